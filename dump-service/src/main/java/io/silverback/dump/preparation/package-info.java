/** Whether both gateways, the workspace and the artefact store are fit for a migration. */
@NullMarked
package io.silverback.dump.preparation;

import org.jspecify.annotations.NullMarked;
