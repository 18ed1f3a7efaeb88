/** TLS by Laurel itself. In: files with a certificate and its key; out: what a server shows, and what is wrong with the files. */
@NullMarked
package org.laurelbridge.webapp.tls;

import org.jspecify.annotations.NullMarked;
