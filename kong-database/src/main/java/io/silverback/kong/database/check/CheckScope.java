package io.silverback.kong.database.check;

import io.silverback.kong.database.conversion.Selection;
import io.silverback.kong.database.conversion.WorkspaceMap;
import java.nio.file.Path;

/**
 * What is checked, and how strictly.
 *
 * @param scratch an existing directory for temporary files: hashes of keys, and ids
 */
public record CheckScope(
        Selection selection,
        WorkspaceMap workspaces,
        GreenMode mode,
        CheckPolicy policy,
        Path scratch) {}
