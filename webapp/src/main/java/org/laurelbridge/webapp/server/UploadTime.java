package org.laurelbridge.webapp.server;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Breaks off what strangers send so slowly that it has not come within a time. The server's idle time alone would let one byte every
 * half minute keep a connection, and the memory for it, all day.
 */
final class UploadTime extends Handler.Wrapper {

    private final StrangersPaths paths;
    private final Duration most;

    /**
     * @param paths where it holds
     * @param most the usual time
     */
    UploadTime(Handler handler, StrangersPaths paths, Duration most) {
        super(handler);
        this.paths = paths;
        this.most = most;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Duration> longest = paths.longest(Request.getPathInContext(request), most);
        return super.handle(longest.isPresent() ? new Bounded(request, longest.get()) : request, response, callback);
    }

    private static final class Bounded extends Request.Wrapper {

        private final long end;

        Bounded(Request request, Duration most) {
            super(request);
            this.end = System.nanoTime() + most.toNanos();
        }

        @Override
        public Content.Chunk read() {
            return System.nanoTime() - end > 0
                    ? Content.Chunk.from(
                            new HttpException.RuntimeException(408, "the body took too long to come"), true)
                    : super.read();
        }
    }
}
