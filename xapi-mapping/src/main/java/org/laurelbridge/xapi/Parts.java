package org.laurelbridge.xapi;

/** The readers of a statement's parts, all of which tell one checker what they find. */
record Parts(
        Fields fields,
        ActorReader actors,
        VerbReader verbs,
        ObjectReader objects,
        ResultReader results,
        ContextReader contexts,
        AttachmentReader attachments) {

    static Parts tell(Checker check) {
        Fields fields = new Fields(check);
        ActorReader actors = new ActorReader(check, fields);
        ActivityReader activities = new ActivityReader(check, fields);
        ObjectReader objects = new ObjectReader(check, fields, actors, activities);
        return new Parts(
                fields,
                actors,
                new VerbReader(check, fields),
                objects,
                new ResultReader(check, fields),
                new ContextReader(check, fields, actors, activities, objects),
                new AttachmentReader(check, fields));
    }
}
