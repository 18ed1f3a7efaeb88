package org.laurelbridge.bridge.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs on SQLite and on MariaDB, each time with a new, empty, migrated database. It (and {@code @BeforeEach}) may take
 * a {@link Database} or a {@link TestDatabase} as parameter; both are closed after it. A MariaDB that cannot start fails the test.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryDatabase.class)
public @interface OnEveryDatabase {}
