-- A search reads the whole list of words that are not yet in the tree: it stays short (kB).
alter index conversations_words set (gin_pending_list_limit = 512);
