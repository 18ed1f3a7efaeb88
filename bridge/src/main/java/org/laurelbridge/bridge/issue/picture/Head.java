package org.laurelbridge.bridge.issue.picture;

/** What stands above the text. */
sealed interface Head {

    /** How wide it is when it is so high. */
    double width(double height);

    /** A drawing, in a square. */
    record Icon(BadgeIcon icon) implements Head {
        @Override
        public double width(double height) {
            return height * 0.9;
        }
    }

    /** Letters, from their highest to their lowest point. */
    record Initials(Letters.Line line) implements Head {
        @Override
        public double width(double height) {
            return line.width() * size(height);
        }

        /** Of the letters. */
        double size(double height) {
            return height / line.outline().getBounds2D().getHeight();
        }

        /** How far the base line stands above the foot. */
        double descent(double height) {
            return line.outline().getBounds2D().getMaxY() * size(height);
        }
    }

    /** Nothing. */
    record Empty() implements Head {
        @Override
        public double width(double height) {
            return 0;
        }
    }
}
