/** Real parts for tests of services: broker, database, keysets and a hand on the topics. */
package io.silverback.messaging.testing;
