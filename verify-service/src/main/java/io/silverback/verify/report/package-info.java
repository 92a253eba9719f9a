/** What a verification found, as a document. */
@NullMarked
package io.silverback.verify.report;

import org.jspecify.annotations.NullMarked;
