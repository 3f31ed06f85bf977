package deskhand.server.inbox;

/// Something that bears a phrase, as it stands below a message.
///
/// @param number as the phrase shows it
/// @param id of its element on the page
/// @param label such as `Returns, version 2` or `Order #1042, as of 09:11`
/// @param href where what it says is fetched from; empty where the label says it all
record SourceView(int number, String id, String label, String href) {}
