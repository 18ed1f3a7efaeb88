/** Gradebooks by LTI Advantage (Assignment and Grade Services 2.0). In: deliveries; out: line items and scores in the platform. */
@NullMarked
package org.laurelbridge.bridge.deliver.ags;

import org.jspecify.annotations.NullMarked;
