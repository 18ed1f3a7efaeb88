package org.laurelbridge.bridge.award.plan;

/** What a plan rests on does not stand any more; nothing was changed. */
public final class Overtaken extends RuntimeException {
    Overtaken() {
        super("other rules are in force meanwhile, or the plan was ended: plan anew; nothing was changed");
    }
}
