-- What becomes of a visit and of what it found: the steps of its life, who stood aside and who did not, objections and
-- their decisions. Identities are those of `observation`: unique over all copies, and sorted by time.

-- Who has to put a finding right · 整改责任单位或责任人.
ALTER TABLE finding ADD COLUMN responsible TEXT CHECK (responsible <> '');  -- who has to put it right · 责任单位

-- The steps of a visit's life · 督查流程. Append-only. An import that brings a new visit with its status makes no step.
-- What is submitted or confirmed is what held then: an observation that another copy recorded meanwhile is no part of it,
-- and is a conflict once it is merged.
CREATE TABLE visit_step (
  visit       TEXT NOT NULL REFERENCES visit ON UPDATE CASCADE,  -- the visit · 督查
  id          INTEGER NOT NULL CHECK (id > 0),  -- identity of the step · 标识
  action      TEXT NOT NULL CHECK (action IN ('submit', 'return', 'confirm', 'cancel')),  -- submit, return, confirm, cancel · 步骤
  reason      TEXT NOT NULL DEFAULT '',  -- why, e.g. why it is returned; '' where not given · 理由
  override    TEXT NOT NULL DEFAULT '',  -- why one who should stand aside took it; '' where nobody should · 不回避的理由
  covers      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(covers)),  -- identities of the observations that held (a JSON list) · 涵盖的记录
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '20??-??-??T??:??:??.???Z'),  -- when (UTC) · 时刻
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),  -- who · 操作人
  PRIMARY KEY (visit, id),
  CHECK (action <> 'return' OR reason <> '')
) STRICT, WITHOUT ROWID;

-- Why an observation holds although its scorer or recorder belongs to the very district · 未回避的记录. Append-only.
CREATE TABLE recusal_override (
  visit     TEXT NOT NULL,  -- the visit of the observation · 督查
  indicator TEXT NOT NULL,  -- its leaf · 考核要点
  item      TEXT NOT NULL,  -- its item, or '' · 细项
  scorer    TEXT NOT NULL,  -- its scorer, or '' · 评分人
  id        INTEGER NOT NULL,  -- its identity · 标识
  inspector TEXT NOT NULL REFERENCES inspector ON UPDATE CASCADE,  -- who should have stood aside · 应回避的督查员
  reason    TEXT NOT NULL CHECK (reason <> ''),  -- why not · 理由
  PRIMARY KEY (visit, indicator, item, scorer, id, inspector),
  FOREIGN KEY (visit, indicator, item, scorer, id)
    REFERENCES observation (visit, indicator, item, scorer, id) ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

-- The steps of a finding's life · 整改流程. Append-only.
CREATE TABLE finding_step (
  finding     TEXT NOT NULL REFERENCES finding ON UPDATE CASCADE,  -- the finding · 问题
  id          INTEGER NOT NULL CHECK (id > 0),  -- identity of the step · 标识
  action      TEXT NOT NULL CHECK (action IN ('rectify', 'verify', 'reopen')),  -- put right, verified, opened again · 步骤
  date        TEXT NOT NULL CHECK (date(date, '+0 days') IS date),  -- day that it holds from · 日期
  reason      TEXT NOT NULL DEFAULT '',  -- why, or what was done; '' where not given · 说明
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '20??-??-??T??:??:??.???Z'),  -- when (UTC) · 时刻
  recorded_by TEXT NOT NULL CHECK (recorded_by <> ''),  -- who · 操作人
  PRIMARY KEY (finding, id),
  CHECK (action <> 'reopen' OR reason <> '')
) STRICT, WITHOUT ROWID;

-- Objections to a score, and what was decided · 申诉、复核. While one is open, its ranking is not published.
CREATE TABLE objection (
  code        TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),  -- code · 代码
  visit       TEXT NOT NULL REFERENCES visit ON UPDATE CASCADE,  -- the visit whose score is contested · 督查
  indicator   TEXT NOT NULL CHECK (indicator <> ''),  -- the leaf · 考核要点
  raised_by   TEXT NOT NULL CHECK (raised_by <> ''),  -- who objects · 申诉单位
  text        TEXT NOT NULL CHECK (text <> ''),  -- what is objected · 申诉内容
  opened_at   TEXT NOT NULL CHECK (opened_at GLOB '20??-??-??T??:??:??.???Z'),  -- when it was recorded (UTC) · 受理时刻
  opened_by   TEXT NOT NULL CHECK (opened_by <> ''),  -- who recorded it · 受理人
  status      TEXT NOT NULL CHECK (status IN ('open', 'upheld', 'rejected')),  -- open, upheld, rejected · 状态
  decision    TEXT CHECK (decision <> ''),  -- why it was decided so; NULL while open · 复核意见
  decided_at  TEXT CHECK (decided_at GLOB '20??-??-??T??:??:??.???Z'),  -- when (UTC); NULL while open · 复核时刻
  decided_by  TEXT CHECK (decided_by <> ''),  -- who decided; NULL while open · 复核人
  CHECK ((status = 'open') = (decision IS NULL)),
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK ((decision IS NULL) = (decided_by IS NULL))
) STRICT;

CREATE INDEX objection_by_visit ON objection (visit);

-- The evidence of an objection, or of its decision · 申诉的台账.
CREATE TABLE objection_evidence (
  objection TEXT NOT NULL REFERENCES objection ON UPDATE CASCADE,  -- the objection · 申诉
  evidence  TEXT NOT NULL REFERENCES evidence ON UPDATE CASCADE,  -- the evidence · 台账
  PRIMARY KEY (objection, evidence)
) STRICT, WITHOUT ROWID;

CREATE INDEX objection_evidence_by_evidence ON objection_evidence (evidence);

-- Observations that correct a score because an objection was upheld · 复核更正. Append-only.
CREATE TABLE objection_correction (
  visit     TEXT NOT NULL,  -- the visit of the observation · 督查
  indicator TEXT NOT NULL,  -- its leaf · 考核要点
  item      TEXT NOT NULL,  -- its item, or '' · 细项
  scorer    TEXT NOT NULL,  -- its scorer, or '' · 评分人
  id        INTEGER NOT NULL,  -- its identity · 标识
  objection TEXT NOT NULL REFERENCES objection ON UPDATE CASCADE,  -- the objection · 申诉
  PRIMARY KEY (visit, indicator, item, scorer, id, objection),
  FOREIGN KEY (visit, indicator, item, scorer, id)
    REFERENCES observation (visit, indicator, item, scorer, id) ON UPDATE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX objection_correction_by_objection ON objection_correction (objection);
