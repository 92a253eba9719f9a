/** Commands that go by the console to services and are answered by them. */
@NullMarked
package io.silverback.cli.command;

import org.jspecify.annotations.NullMarked;
