/** The REST interface under {@code /api/v1}, health and metrics. In: requests of programs; out: JSON, and figures for monitors. */
@NullMarked
package org.laurelbridge.webapp.endpoint.api;

import org.jspecify.annotations.NullMarked;
