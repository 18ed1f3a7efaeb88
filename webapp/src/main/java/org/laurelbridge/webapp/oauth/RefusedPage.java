package org.laurelbridge.webapp.oauth;

import org.laurelbridge.webapp.learner.MyFrame;

/** Tells a learner why an application cannot be connected. */
public record RefusedPage(MyFrame frame, String why) {}
