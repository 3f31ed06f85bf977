/// The program: wiring, all web pages, security, settings.
@NullMarked
package deskhand.server;

import org.jspecify.annotations.NullMarked;
