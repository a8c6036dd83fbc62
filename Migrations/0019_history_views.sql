-- As of: the observations and the records as they stood at any moment. Nothing is stored here: an observation and a supersession
-- carry their own moments, and the audit log (0007) has every other change, with what was there before it.
--
-- What stood at a moment `:at`, written as everywhere (UTC, `2023-03-01T00:00:00.000Z`), are the rows of either view for which
-- `valid_from <= :at AND (valid_until IS NULL OR valid_until > :at)`; of the observations those `AND NOT withdrawn`. Codes are those
-- of the time in both views, so that one can be joined to the other.

-- Every state of every observation: what it held, from when to when, and who ended it · 记录沿革. As a rule the state begins when
-- the observation was recorded (for one from a field copy: in the field, not when the copy was merged, which `merge_log` tells), and
-- ends with its first supersession. What another program did (changed, deleted or added an observation, took a supersession
-- back) and a corrected code begin or end a state at the moment that the audit log gives, whatever that program wrote down itself. A
-- state that was over when it came has the same moment twice. Assessment, district, date and status are those that the visit has
-- now; NULL where there is no such visit any more.
CREATE VIEW observation_history AS
SELECT
  v.assessment AS assessment,  -- the assessment · 考核年度
  coalesce(v.district, e.district, p.district) AS district,  -- the district that the visit counts for now · 市(县)区
  h.visit AS visit,  -- the visit, by the code that it had · 督查
  v.date AS date,  -- day of the visit · 督查日期
  v.status AS visit_status,  -- status of the visit now: draft, submitted, confirmed or cancelled · 督查状态
  h.indicator AS indicator,  -- the leaf · 考核要点
  i.title AS indicator_title,  -- its title · 考核要点名称
  h.item AS item,  -- the item, or the answer in a survey; '' where the leaf is meant · 细项
  h.scorer AS scorer,  -- the inspector who scored, by the code at the time; '' where nobody is named · 评分人
  h.value AS value,  -- what was recorded, as written · 记录值
  h.reason AS reason,  -- why; '' where not given · 理由
  h.recorded_by AS recorded_by,  -- who recorded it · 记录人
  h.valid_from AS valid_from,  -- when the state began (UTC) · 生效时刻
  h.valid_until AS valid_until,  -- when it ended (UTC); NULL while it holds · 失效时刻
  h.ended_by AS ended_by,  -- who ended it; `external`: another program; NULL while it holds · 终止人
  h.end_reason AS end_reason,  -- why it was superseded; '' where not given; NULL while it holds · 终止理由
  h.value = '-' AS withdrawn,  -- 1: it only withdraws its key, which holds nothing · 是否撤回
  h.id AS id  -- identity of the observation, the same in all its states · 标识
FROM (
  WITH
  -- What the log has of observations, by identity: `before` and `after` a change.
  logged AS (
    SELECT
      json_extract(coalesce(new, old), '$.id') AS observation, id AS entry, at, actor,
      iif(new IS NULL OR json_extract(old, '$.id') = json_extract(new, '$.id'), old, NULL) AS before, new AS after
    FROM audit_log
    WHERE table_name = 'observation' AND (old IS NOT NULL OR new IS NOT NULL)
    UNION ALL
    SELECT json_extract(old, '$.id'), id, at, actor, old, NULL
    FROM audit_log
    WHERE table_name = 'observation' AND json_extract(old, '$.id') <> json_extract(new, '$.id')),
  ordered AS MATERIALIZED (
    SELECT
      *, row_number() OVER (PARTITION BY observation ORDER BY entry) AS place,
      row_number() OVER (PARTITION BY observation ORDER BY entry DESC) AS place_from_end
    FROM logged),
  -- The same of supersessions, by the pair of identities.
  logged_pair AS (
    SELECT
      json_extract(coalesce(new, old), '$.superseded') AS observation, json_extract(coalesce(new, old), '$.by') AS by,
      id AS entry, at, actor,
      iif(
        new IS NULL
          OR json_extract(old, '$.superseded') = json_extract(new, '$.superseded')
            AND json_extract(old, '$.by') = json_extract(new, '$.by'),
        old, NULL) AS before,
      new AS after, coalesce(new, old) AS any
    FROM audit_log
    WHERE table_name = 'supersession' AND (old IS NOT NULL OR new IS NOT NULL)
    UNION ALL
    SELECT json_extract(old, '$.superseded'), json_extract(old, '$.by'), id, at, actor, old, NULL, old
    FROM audit_log
    WHERE table_name = 'supersession'
      AND (
        json_extract(old, '$.superseded') <> json_extract(new, '$.superseded')
        OR json_extract(old, '$.by') <> json_extract(new, '$.by'))),
  ordered_pair AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY observation, by ORDER BY entry) AS place
    FROM logged_pair),
  -- Observations of which the log has only supersessions.
  paired AS MATERIALIZED (
    SELECT DISTINCT o.*
    FROM ordered_pair AS x
    CROSS JOIN observation AS o
      ON o.visit = json_extract(x.any, '$.visit') AND o.indicator = json_extract(x.any, '$.indicator')
      AND o.item = json_extract(x.any, '$.item') AND o.scorer = json_extract(x.any, '$.scorer') AND o.id = x.observation
    WHERE o.id NOT IN (SELECT observation FROM ordered)),
  touched AS MATERIALIZED (SELECT observation FROM ordered UNION SELECT id FROM paired),
  -- Keys under which supersessions that the log does not have are found.
  last_key AS (
    SELECT
      observation, json_extract(coalesce(after, before), '$.visit') AS visit,
      json_extract(coalesce(after, before), '$.indicator') AS indicator,
      json_extract(coalesce(after, before), '$.item') AS item, json_extract(coalesce(after, before), '$.scorer') AS scorer,
      after IS NOT NULL AS is_there
    FROM ordered
    WHERE place_from_end = 1
    UNION ALL
    SELECT id, visit, indicator, item, scorer, 1
    FROM paired),
  -- All that happened to these observations: `is_row`: `content` holds from here on (NULL: nothing does); `more`: one
  -- supersession more, or one less.
  event AS (
    SELECT observation, at, entry, 1 AS is_row, after AS content, 0 AS more, actor, '' AS reason
    FROM ordered
    UNION ALL
    SELECT observation, min(at, json_extract(before, '$.recorded_at')), 0, 1, before, 0, NULL, NULL
    FROM ordered
    WHERE place = 1 AND before IS NOT NULL
    UNION ALL
    SELECT
      id, recorded_at, 0, 1,
      json_object(
        'visit', visit, 'indicator', indicator, 'item', item, 'scorer', scorer, 'id', id, 'value', value,
        'reason', reason, 'recorded_at', recorded_at, 'recorded_by', recorded_by),
      0, NULL, NULL
    FROM paired
    UNION ALL
    SELECT observation, at, entry, 0, NULL, iif(after IS NULL, -1, 1), actor, coalesce(json_extract(after, '$.reason'), '')
    FROM ordered_pair
    WHERE (before IS NULL) <> (after IS NULL)
    UNION ALL
    SELECT
      observation, min(at, json_extract(before, '$.recorded_at')), 0, 0, NULL, 1,
      json_extract(before, '$.recorded_by'), json_extract(before, '$.reason')
    FROM ordered_pair
    WHERE place = 1 AND before IS NOT NULL
    UNION ALL
    SELECT x.superseded, x.recorded_at, 0, 0, NULL, 1, x.recorded_by, x.reason
    FROM last_key AS k
    CROSS JOIN supersession AS x ON x.visit = k.visit AND x.indicator = k.indicator AND x.item = k.item
      AND x.scorer = k.scorer AND x.superseded = k.observation
    WHERE (x.superseded, x.by) NOT IN (SELECT observation, by FROM ordered_pair)),
  counted AS (
    SELECT
      *, sum(is_row) OVER so_far AS version, sum(more) OVER so_far AS supersessions,
      lead(at) OVER in_order AS next_at, lead(actor) OVER in_order AS next_actor, lead(reason) OVER in_order AS next_reason
    FROM event
    WINDOW
      in_order AS (PARTITION BY observation ORDER BY at, entry),
      so_far AS (in_order ROWS UNBOUNDED PRECEDING)),
  state AS (
    SELECT
      at, next_at, next_actor, next_reason, supersessions, observation,
      first_value(content) OVER (PARTITION BY observation, version ORDER BY is_row DESC) AS content
    FROM counted)
  -- Observations that the log does not have: nearly all of them.
  SELECT
    o.visit AS visit_now, o.visit AS visit, o.indicator AS indicator, o.item AS item, o.scorer AS scorer, o.value AS value,
    o.reason AS reason, o.recorded_by AS recorded_by, o.recorded_at AS valid_from,
    max(o.recorded_at, x.recorded_at) AS valid_until, x.recorded_by AS ended_by, x.reason AS end_reason, o.id AS id
  FROM observation AS o
  LEFT JOIN supersession AS x ON x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item
    AND x.scorer = o.scorer AND x.superseded = o.id AND NOT EXISTS (
      SELECT 1
      FROM supersession AS y
      WHERE y.visit = o.visit AND y.indicator = o.indicator AND y.item = o.item AND y.scorer = o.scorer
        AND y.superseded = o.id AND (y.recorded_at, y.by) < (x.recorded_at, x.by))
  WHERE o.id NOT IN (SELECT observation FROM touched)
    OR (o.visit, o.indicator, o.item, o.scorer, o.id) NOT IN (
      SELECT visit, indicator, item, scorer, observation FROM last_key WHERE is_there)
  UNION ALL
  SELECT
    k.visit, json_extract(s.content, '$.visit'), json_extract(s.content, '$.indicator'),
    json_extract(s.content, '$.item'), json_extract(s.content, '$.scorer'), json_extract(s.content, '$.value'),
    json_extract(s.content, '$.reason'), json_extract(s.content, '$.recorded_by'), s.at, s.next_at, s.next_actor,
    s.next_reason, s.observation
  FROM state AS s
  JOIN last_key AS k ON k.observation = s.observation
  WHERE s.content IS NOT NULL AND s.supersessions <= 0
) AS h
LEFT JOIN visit AS v ON v.code = h.visit_now
LEFT JOIN assessment AS a ON a.code = v.assessment
LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
LEFT JOIN industrial_park AS p ON p.code = v.park
LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = h.indicator;

-- Every state of every record that can be changed, of the roster and of all else · 档案沿革. A state begins when this database got
-- it, by a change, an import or a merge; '' stands for a beginning before the log: of what an import brought before version 19 of
-- the schema, which the log only counted, and of what a field copy was made with. A record that was absent has no state then. A
-- corrected code ends the record of the old one and begins that of the new one. What another program threw away by `INSERT OR REPLACE`
-- is not known, unless it had been logged before.
CREATE VIEW record_history AS
SELECT
  h.table_name AS table_name,  -- the table · 表
  h.record AS record,  -- key of the record, its parts with ` / ` between, as in `audit_log` · 记录
  h.content AS content,  -- the row (a JSON object by column) · 内容
  h.valid_from AS valid_from,  -- when the state began (UTC); '': before the log says · 生效时刻
  h.valid_until AS valid_until,  -- when it ended (UTC); NULL while it holds · 失效时刻
  h.changed_by AS changed_by,  -- who made it so; `external`: another program; NULL where not known · 变更人
  h.command AS command,  -- the command that did; NULL: another program, or not known · 命令
  h.ended_by AS ended_by  -- who ended it; NULL while it holds · 终止人
FROM (
  WITH logged AS NOT MATERIALIZED (
    SELECT
      id, at, actor, command, table_name, record, old, new,
      CASE table_name
        WHEN 'guidance_station' THEN json_extract(old, '$.park')
        WHEN 'participant' THEN json_extract(old, '$.assessment') || ' / ' || json_extract(old, '$.district')
        WHEN 'adjustment' THEN json_extract(old, '$.entry')
        WHEN 'adjustment_evidence' THEN json_extract(old, '$.entry') || ' / ' || json_extract(old, '$.evidence')
        WHEN 'finding_evidence' THEN json_extract(old, '$.finding') || ' / ' || json_extract(old, '$.evidence')
        WHEN 'objection_evidence' THEN json_extract(old, '$.objection') || ' / ' || json_extract(old, '$.evidence')
        WHEN 'metric' THEN
          coalesce(
            'district:' || json_extract(old, '$.district'), 'enterprise:' || json_extract(old, '$.enterprise'),
            'park:' || json_extract(old, '$.park'))
          || ' / ' || json_extract(old, '$.year') || ' / ' || json_extract(old, '$.metric')
        WHEN 'coverage' THEN json_extract(old, '$.park') || ' / ' || json_extract(old, '$.year')
        WHEN 'survey_answer' THEN
          json_extract(old, '$.code') || ' / ' || json_extract(old, '$.question') || ' / ' || json_extract(old, '$.answer')
        WHEN 'publicity_repost' THEN json_extract(old, '$.publicity') || ' / ' || json_extract(old, '$.outlet')
        ELSE json_extract(old, '$.code')
      END AS old_record
    FROM audit_log
    WHERE (old IS NOT NULL OR new IS NOT NULL) AND table_name IN (
      'district', 'industrial_park', 'guidance_station', 'pilot_enterprise', 'inspection_group', 'inspector',
      'assessment', 'participant', 'visit', 'evidence', 'adjustment', 'adjustment_evidence', 'finding',
      'finding_evidence', 'objection', 'objection_evidence', 'metric', 'coverage', 'task', 'survey_answer', 'publicity',
      'publicity_repost'))
  -- Between two changes holds what was there before the later one, or what the earlier one wrote.
  SELECT
    table_name, record, coalesce(before, lag(after) OVER in_order) AS content,
    coalesce(lag(at) OVER in_order, '') AS valid_from, at AS valid_until, lag(actor) OVER in_order AS changed_by,
    lag(command) OVER in_order AS command, actor AS ended_by
  FROM (
    SELECT table_name, record, id, at, actor, command, iif(old_record = record, old, NULL) AS before, new AS after
    FROM logged
    WHERE json_type(new, '$.records') IS NULL
    -- A corrected code ends the record of the old one.
    UNION ALL SELECT table_name, old_record, id, at, actor, command, old, NULL
    FROM logged
    WHERE old_record <> record
    -- What was added at once.
    UNION ALL SELECT l.table_name, r.value, l.id, l.at, l.actor, l.command, NULL, NULL
    FROM logged AS l
    JOIN json_each(l.new, '$.records') AS r
    WHERE json_type(l.new, '$.records') = 'array'
    -- What is there now.
    UNION ALL SELECT 'district', code, 9223372036854775807, NULL, NULL, NULL,
      json_object('code', code, 'name', name, 'category', category), NULL
    FROM district
    UNION ALL SELECT 'industrial_park', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'name', name, 'district', district, 'theme', theme, 'programme', programme, 'batch', batch),
      NULL
    FROM industrial_park
    UNION ALL SELECT 'guidance_station', park, 9223372036854775807, NULL, NULL, NULL,
      json_object('park', park, 'name', name), NULL
    FROM guidance_station
    UNION ALL SELECT 'pilot_enterprise', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'name', name, 'district', district, 'park', park, 'level', level, 'batch', batch,
        'industry', industry, 'stage', stage),
      NULL
    FROM pilot_enterprise
    UNION ALL SELECT 'inspection_group', code, 9223372036854775807, NULL, NULL, NULL,
      json_object('code', code, 'name', name, 'leader', leader), NULL
    FROM inspection_group
    UNION ALL SELECT 'inspector', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'name', name, 'organisation', organisation, 'inspection_group', inspection_group,
        'district', district),
      NULL
    FROM inspector
    UNION ALL SELECT 'assessment', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'title', title, 'rule_set', rule_set, 'opens', opens, 'closes', closes, 'pools', pools),
      NULL
    FROM assessment
    UNION ALL SELECT 'participant', assessment || ' / ' || district, 9223372036854775807, NULL, NULL, NULL,
      json_object('assessment', assessment, 'district', district, 'category', category, 'status', status), NULL
    FROM participant
    UNION ALL SELECT 'visit', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'assessment', assessment, 'inspection_group', inspection_group, 'district', district,
        'enterprise', enterprise, 'park', park, 'date', date, 'methods', methods, 'status', status),
      NULL
    FROM visit
    UNION ALL SELECT 'evidence', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'district', district, 'enterprise', enterprise, 'park', park, 'title', title, 'kind', kind,
        'number', number, 'date', date, 'sha256', sha256, 'source', source, 'file_name', file_name,
        'size_bytes', size_bytes),
      NULL
    FROM evidence
    UNION ALL SELECT 'adjustment', entry, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'entry', entry, 'assessment', assessment, 'district', district, 'code', code, 'level', level, 'event', event,
        'count', count, 'date', date, 'reason', reason),
      NULL
    FROM adjustment
    UNION ALL SELECT 'adjustment_evidence', entry || ' / ' || evidence, 9223372036854775807, NULL, NULL, NULL,
      json_object('entry', entry, 'evidence', evidence), NULL
    FROM adjustment_evidence
    UNION ALL SELECT 'finding', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'visit', visit, 'indicator', indicator, 'kind', kind, 'text', text, 'requirement', requirement,
        'due', due, 'status', status, 'closed', closed, 'responsible', responsible),
      NULL
    FROM finding
    UNION ALL SELECT 'finding_evidence', finding || ' / ' || evidence, 9223372036854775807, NULL, NULL, NULL,
      json_object('finding', finding, 'evidence', evidence), NULL
    FROM finding_evidence
    UNION ALL SELECT 'objection', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'visit', visit, 'indicator', indicator, 'raised_by', raised_by, 'text', text,
        'opened_at', opened_at, 'opened_by', opened_by, 'status', status, 'decision', decision,
        'decided_at', decided_at, 'decided_by', decided_by),
      NULL
    FROM objection
    UNION ALL SELECT 'objection_evidence', objection || ' / ' || evidence, 9223372036854775807, NULL, NULL, NULL,
      json_object('objection', objection, 'evidence', evidence), NULL
    FROM objection_evidence
    UNION ALL SELECT 'metric', subject || ' / ' || year || ' / ' || metric, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'district', district, 'enterprise', enterprise, 'park', park, 'year', year, 'metric', metric, 'value', value,
        'unit', unit),
      NULL
    FROM metric
    UNION ALL SELECT 'coverage', park || ' / ' || year, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'park', park, 'year', year, 'parties', parties, 'parties_coordinating', parties_coordinating,
        'enterprises', enterprises, 'enterprises_participating', enterprises_participating, 'employees', employees,
        'employees_benefiting', employees_benefiting),
      NULL
    FROM coverage
    UNION ALL SELECT 'task', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'assessment', assessment, 'title', title, 'department', department, 'district', district,
        'due', due, 'progress_micro', progress_micro, 'status', status),
      NULL
    FROM task
    UNION ALL SELECT 'survey_answer', code || ' / ' || question || ' / ' || answer, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'district', district, 'enterprise', enterprise, 'park', park, 'date', date,
        'question', question, 'answer', answer, 'count', count),
      NULL
    FROM survey_answer
    UNION ALL SELECT 'publicity', code, 9223372036854775807, NULL, NULL, NULL,
      json_object(
        'code', code, 'district', district, 'enterprise', enterprise, 'park', park, 'title', title, 'form', form,
        'date', date, 'outlet', outlet),
      NULL
    FROM publicity
    UNION ALL SELECT 'publicity_repost', publicity || ' / ' || outlet, 9223372036854775807, NULL, NULL, NULL,
      json_object('publicity', publicity, 'outlet', outlet), NULL
    FROM publicity_repost
  )
  WINDOW in_order AS (PARTITION BY table_name, record ORDER BY id)
) AS h
WHERE h.content IS NOT NULL;
