package io.silverback.quickstart.environment;

import io.silverback.quickstart.processes.ChildProcess;

/** A program that has been started, and the URL that answers 200 once it is ready. */
record Starting(ChildProcess child, String readyAt) {}
