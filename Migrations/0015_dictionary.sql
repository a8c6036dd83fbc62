-- Dictionary: the database explains itself. Both tables are filled by the program from its own texts: the comments in
-- these files, and the questions that ship with it. They document, and hold no facts: they are neither audited nor
-- merged, and `kaohe init` makes them right again.

-- What each table, each view and each of their columns means · 数据字典. The file that a fact is imported from, the clause
-- that a result follows, the unit of a number: what it takes to read the file with any SQLite program.
CREATE TABLE data_dictionary (
  object      TEXT NOT NULL,  -- the table or view · 表或视图
  column_name TEXT NOT NULL,  -- its column; '' for the table or view itself · 列
  meaning_zh  TEXT NOT NULL,  -- what it means, in Chinese · 含义(中文)
  meaning_en  TEXT NOT NULL,  -- what it means, in English · 含义(英文)
  unit        TEXT NOT NULL DEFAULT '',  -- unit or kind of a number, e.g. points, share, number, 0/1, rank; '' where there is none · 单位
  source      TEXT NOT NULL DEFAULT '',  -- file and column of the import, clause, formula, or the command that writes it · 来源
  PRIMARY KEY (object, column_name)
) STRICT, WITHOUT ROWID;

-- Questions that ship with the program, in plain SQL · 保存的问题. `kaohe query --saved NAME` asks one.
CREATE TABLE saved_question (
  name     TEXT NOT NULL PRIMARY KEY,  -- name, e.g. points-lost · 名称
  title_zh TEXT NOT NULL,  -- what it asks, in Chinese · 标题(中文)
  title_en TEXT NOT NULL,  -- what it asks, in English · 标题(英文)
  sql      TEXT NOT NULL  -- the query; a parameter that is left out is NULL · 查询语句
) STRICT, WITHOUT ROWID;
