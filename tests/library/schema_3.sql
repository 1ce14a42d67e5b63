-- Version 3 of the library, as it was. Never edited: it stands for the files that people have.

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    outlet TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    published TEXT,
    learnt TEXT NOT NULL,
    source TEXT NOT NULL,
    content BLOB NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    copy_of TEXT,
    left_out TEXT NOT NULL DEFAULT '',
    told INTEGER NOT NULL DEFAULT 0,
    rest BLOB NOT NULL,
    placed BLOB
);
CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
CREATE INDEX articles_by_content ON articles (content);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_moment ON articles (learnt);
CREATE INDEX articles_untold ON articles (told) WHERE told = 0;

CREATE TABLE bodies (
    article TEXT NOT NULL,
    version INTEGER NOT NULL,
    at TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (article, version)
) WITHOUT ROWID;

CREATE TABLE versions (
    article TEXT NOT NULL,
    version INTEGER NOT NULL,
    learnt TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    published TEXT,
    PRIMARY KEY (article, version)
) WITHOUT ROWID;

CREATE TABLE addresses (
    url TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE sketches (
    hash INTEGER NOT NULL,
    article TEXT NOT NULL,
    PRIMARY KEY (hash, article)
) WITHOUT ROWID;

CREATE TABLE extracts (
    article TEXT PRIMARY KEY,
    content BLOB NOT NULL,
    engine TEXT NOT NULL,
    data BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    first TEXT NOT NULL,
    last TEXT NOT NULL,
    learnt TEXT NOT NULL,
    modality TEXT NOT NULL,
    score REAL NOT NULL,
    dropped INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize='unicode61');

CREATE TABLE tellings (
    telling TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    event TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX tellings_by_event ON tellings (event);
CREATE INDEX tellings_by_article ON tellings (article);

CREATE TABLE blocks (
    week INTEGER NOT NULL,
    word TEXT NOT NULL,
    event TEXT NOT NULL,
    PRIMARY KEY (week, word, event)
) WITHOUT ROWID;
CREATE INDEX blocks_by_event ON blocks (event);

CREATE TABLE words (word TEXT PRIMARY KEY, uses INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE states (
    event TEXT NOT NULL,
    at TEXT NOT NULL,
    state TEXT,
    PRIMARY KEY (event, at)
) WITHOUT ROWID;

CREATE INDEX states_by_moment ON states (at);

CREATE TABLE aliases (id TEXT PRIMARY KEY, event TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE figures (
    article TEXT NOT NULL,
    day TEXT NOT NULL,
    data BLOB NOT NULL
);
CREATE INDEX figures_by_article ON figures (article);
CREATE INDEX figures_by_day ON figures (day);

CREATE TABLE visits (
    url TEXT PRIMARY KEY,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    not_before TEXT,
    at TEXT NOT NULL,
    outcome TEXT NOT NULL,
    message TEXT NOT NULL DEFAULT '',
    succeeded TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    brought TEXT
) WITHOUT ROWID;

CREATE TABLE files (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE problems (
    at TEXT NOT NULL,
    stage TEXT NOT NULL,
    article TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (article, stage, message)
) WITHOUT ROWID;
CREATE INDEX problems_by_moment ON problems (at);

CREATE TABLE fixes (
    number INTEGER PRIMARY KEY,
    target TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    undone TEXT
);

CREATE TABLE briefs (
    number INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    since TEXT,
    until TEXT,
    cutoff TEXT NOT NULL,
    title TEXT NOT NULL,
    request TEXT NOT NULL,
    sent TEXT
);
CREATE TABLE brief_files (
    brief INTEGER NOT NULL,
    format TEXT NOT NULL,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (brief, format)
) WITHOUT ROWID;
CREATE TABLE mailings (
    message_id TEXT PRIMARY KEY,
    brief INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    answer TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX mailings_by_brief ON mailings (brief);

CREATE TABLE corrections (brief INTEGER PRIMARY KEY, first INTEGER NOT NULL, revision INTEGER NOT NULL);

CREATE TABLE outbox (brief INTEGER PRIMARY KEY, held TEXT NOT NULL, released TEXT);

CREATE INDEX extracts_by_engine ON extracts (engine);
CREATE INDEX articles_by_source ON articles (source, learnt);
CREATE INDEX articles_by_outlet ON articles (outlet);

CREATE INDEX events_by_day ON events (last, first, score, id) WHERE dropped = 0;
CREATE INDEX events_by_score ON events (score DESC, last, id) WHERE dropped = 0;
CREATE INDEX events_planned ON events (first, id) WHERE dropped = 0 AND modality = 'planned';

PRAGMA user_version = 3;
