import Testing

/// SQL that writes, or reaches beyond the database, and how its refusal names it.
struct HarmfulSQL: Sendable, CustomTestStringConvertible {
  var sql: String
  var refused: String

  init(_ sql: String, _ refused: String) {
    self.sql = sql
    self.refused = refused
  }

  var testDescription: String { sql }

  static let rows = [
    HarmfulSQL("INSERT INTO district (code, name, category) VALUES ('x', 'x', '区')", "INSERT on district"),
    HarmfulSQL("INSERT INTO district SELECT * FROM district", "INSERT on district"),
    HarmfulSQL("UPDATE observation SET value = '1'", "UPDATE on observation"),
    HarmfulSQL("DELETE FROM observation", "DELETE on observation"),
    HarmfulSQL("DELETE FROM visit WHERE code = 'V1' RETURNING *", "DELETE on visit"),
    HarmfulSQL("UPDATE visit SET date = '2022-01-01' RETURNING code", "UPDATE on visit"),
    HarmfulSQL("REPLACE INTO district (code, name, category) VALUES ('d1', 'x', '区')", "INSERT on district"),
    HarmfulSQL(
      "INSERT INTO district (code, name, category) VALUES ('d1', 'x', '区') ON CONFLICT DO UPDATE SET name = 'x'",
      "INSERT on district"),
    HarmfulSQL("WITH a AS (SELECT 1) DELETE FROM finding", "DELETE on finding"),
    HarmfulSQL("WITH a AS (SELECT 'x' AS x) UPDATE district SET name = (SELECT x FROM a)", "UPDATE on district"),
    HarmfulSQL(
      "WITH a(x) AS (VALUES ('x')) INSERT INTO district (code, name, category) SELECT x, x, x FROM a",
      "INSERT on district"),
    HarmfulSQL("UPDATE district_ranking SET rank = 1", "UPDATE"),
    HarmfulSQL(
      "WITH a AS (SELECT 1) DELETE FROM district_ranking", "cannot modify district_ranking because it is a view"),
    HarmfulSQL("/* SELECT */ DELETE FROM audit_log -- SELECT", "DELETE on audit_log"),
    HarmfulSQL("EXPLAIN DELETE FROM observation", "DELETE on observation"),
    HarmfulSQL("INSERT INTO nowhere VALUES (1)", "INSERT INTO"),
  ]

  static let schema = [
    HarmfulSQL("CREATE TABLE t (a)", "CREATE TABLE"),
    HarmfulSQL("CREATE TABLE t AS SELECT * FROM district", "CREATE TABLE"),
    HarmfulSQL("CREATE INDEX i ON district (name)", "CREATE INDEX"),
    HarmfulSQL("CREATE VIEW v AS SELECT 1", "CREATE VIEW"),
    HarmfulSQL("CREATE TRIGGER t AFTER INSERT ON district BEGIN SELECT 1; END", "CREATE TRIGGER"),
    HarmfulSQL("CREATE VIRTUAL TABLE t USING fts5 (a)", "CREATE VIRTUAL TABLE"),
    HarmfulSQL("CREATE TEMP TABLE t (a)", "CREATE TEMP TABLE"),
    HarmfulSQL("CREATE TABLE temp.t (a)", "CREATE TABLE"),
    HarmfulSQL("CREATE TEMP VIEW v AS SELECT 1", "CREATE TEMP VIEW"),
    HarmfulSQL(
      "CREATE TEMP TRIGGER t AFTER INSERT ON district BEGIN DELETE FROM visit; END", "CREATE TEMP TRIGGER"),
    HarmfulSQL("CREATE TEMPORARY VIRTUAL TABLE t USING fts5 (a)", "CREATE TEMPORARY VIRTUAL TABLE"),
    HarmfulSQL("DROP TABLE observation", "DROP TABLE"),
    HarmfulSQL("DROP VIEW district_ranking", "DROP VIEW"),
    HarmfulSQL("DROP TRIGGER IF EXISTS audit_visit_delete", "DROP TRIGGER"),
    HarmfulSQL("ALTER TABLE visit RENAME TO v", "ALTER TABLE"),
    HarmfulSQL("ALTER TABLE visit ADD COLUMN x", "ALTER TABLE"),
    HarmfulSQL("ALTER TABLE visit DROP COLUMN date", "ALTER TABLE"),
    HarmfulSQL("UPDATE sqlite_schema SET sql = ''", "UPDATE"),
    HarmfulSQL("DELETE FROM sqlite_master", "DELETE"),
    HarmfulSQL("INSERT INTO sqlite_master VALUES (1, 2, 3, 4, 5)", "INSERT INTO"),
    HarmfulSQL("REINDEX", "REINDEX"), HarmfulSQL("REINDEX district", "REINDEX"),
    HarmfulSQL("ANALYZE", "ANALYZE"), HarmfulSQL("VACUUM", "VACUUM"),
    HarmfulSQL("VACUUM INTO 'stolen.db'", "VACUUM INTO"), HarmfulSQL("VACUUM main INTO 'stolen.db'", "VACUUM"),
  ]

  static let connection = [
    HarmfulSQL("ATTACH 'other.db' AS other", "ATTACH"),
    HarmfulSQL("ATTACH DATABASE ':memory:' AS m", "ATTACH DATABASE"),
    HarmfulSQL("ATTACH 'file:other.db?mode=rwc' AS other", "ATTACH"), HarmfulSQL("ATTACH '' AS m", "ATTACH"),
    HarmfulSQL("DETACH main", "DETACH"), HarmfulSQL("BEGIN", "BEGIN"), HarmfulSQL("BEGIN IMMEDIATE", "BEGIN IMMEDIATE"),
    HarmfulSQL("BEGIN EXCLUSIVE TRANSACTION", "BEGIN EXCLUSIVE TRANSACTION"), HarmfulSQL("COMMIT", "COMMIT"),
    HarmfulSQL("END", "END"), HarmfulSQL("ROLLBACK", "ROLLBACK"), HarmfulSQL("SAVEPOINT a", "SAVEPOINT"),
    HarmfulSQL("RELEASE a", "RELEASE"), HarmfulSQL("ROLLBACK TO a", "ROLLBACK"),
    HarmfulSQL("SELECT load_extension('x.so')", "load_extension()"),
    HarmfulSQL("SELECT load_extension('x.so', 'init')", "load_extension()"),
    HarmfulSQL("SELECT FTS3_Tokenizer('simple')", "fts3_tokenizer()"),
    HarmfulSQL("SELECT fts3_tokenizer('simple', x'00')", "fts3_tokenizer()"),
    HarmfulSQL("SELECT * FROM dbstat", "the virtual table dbstat"),
    HarmfulSQL("SELECT * FROM sqlite_stmt", "the virtual table sqlite_stmt"),
    HarmfulSQL("SELECT * FROM pragma_journal_mode", "PRAGMA journal_mode"),
  ]

  static let pragmas = [
    "writable_schema = ON", "journal_mode = DELETE", "journal_mode(TRUNCATE)", "user_version = 7",
    "application_id = 0", "query_only = OFF", "main.query_only(0)", "Trusted_Schema = ON", "synchronous = OFF",
    "wal_checkpoint", "wal_checkpoint(TRUNCATE)", "incremental_vacuum", "optimize", "schema_version = 1",
    "foreign_keys = OFF", "locking_mode = EXCLUSIVE", "temp_store_directory = '.'", "auto_vacuum = FULL",
    "page_size = 512", "encoding = 'UTF-16'", "cache_size = 0", "mmap_size = 0", "shrink_memory",
    "case_sensitive_like = 1",
    "hard_heap_limit = 1", "wal_autocheckpoint = 0", "secure_delete = OFF", "nonsense",
  ].map { text in
    let name = text.replacing("main.", with: "").prefix { $0.isLetter || $0 == "_" }
    return HarmfulSQL("PRAGMA \(text)", "PRAGMA \(name)")
  }

  static let all = rows + schema + connection + pragmas
}
