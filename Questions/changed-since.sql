-- 某一时刻以来改了什么 · What changed since a moment, who changed it, and when
-- :since · 时刻（UTC），如 2023-03-01，缺省为七天以来 · the moment (UTC), e.g. 2023-03-01; the last seven days where none is given
-- :assessment · 考核年度，缺省为全部；名册的变动总在其中 · the assessment; all where none is given; changes of the roster are always there
WITH
given AS (SELECT CAST(coalesce(nullif(:since, ''), datetime('now', '-7 days')) AS TEXT) AS since),
asked AS (
  SELECT
    -- Anything but a date would be read as a count of days.
    strftime('%Y-%m-%dT%H:%M:%fZ', iif(since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*', since, NULL)) AS moment,
    CAST(nullif(:assessment, '') AS TEXT) AS assessment
  FROM given
),
-- What the log has, but for what is told below as the step or the decision that it was.
logged AS (
  SELECT
    l.id, l.at, l.actor, l.table_name, l.action, l.old, l.new,
    -- Of what belongs to an observation, the cell: visit, leaf, item, scorer.
    CASE
      WHEN l.table_name IN (
        'observation', 'supersession', 'observation_evidence', 'recusal_override', 'objection_correction')
        THEN coalesce(l.new, l.old) ->> '$.visit' || ' / ' || (coalesce(l.new, l.old) ->> '$.indicator')
          || coalesce(' / ' || nullif(coalesce(l.new, l.old) ->> '$.item', ''), '')
          || coalesce(' / ' || nullif(coalesce(l.new, l.old) ->> '$.scorer', ''), '')
      ELSE l.record
    END AS record,
    iif(l.table_name = 'assessment', l.record, coalesce(l.new, l.old) ->> '$.assessment') AS assessment,
    iif(l.table_name = 'visit', l.record, coalesce(l.new, l.old) ->> '$.visit') AS visit
  FROM asked JOIN audit_log AS l ON l.at >= asked.moment
  WHERE l.table_name <> 'database_identity'
    -- Steps carry their own moment; so do observations and what belongs to them, but for what another program wrote.
    AND (l.table_name NOT IN ('visit_step', 'finding_step') OR l.old IS NOT NULL)
    AND (l.old IS NOT NULL OR l.new IS NOT NULL OR l.table_name NOT IN (
      'observation', 'supersession', 'observation_evidence', 'recusal_override', 'objection_correction'))
),
field AS (
  SELECT
    l.id, l.at, l.actor AS who, 'changed' AS change, l.table_name, l.record, o.key AS field, o.value AS old,
    n.value AS new, l.assessment, l.visit
  FROM logged AS l
  JOIN json_each(l.old) AS o
  JOIN json_each(l.new) AS n ON n.key = o.key AND n.value IS NOT o.value
  WHERE l.action = 'update'
    -- A corrected code is told once, of the record that bears it, not of all that refer to it.
    AND NOT EXISTS (
      SELECT 1
      FROM audit_log AS r
      WHERE r.record = n.value AND r.action = 'update' AND r.old ->> '$.code' = o.value
        AND r.table_name = CASE o.key
          WHEN 'enterprise' THEN 'pilot_enterprise' WHEN 'park' THEN 'industrial_park' WHEN 'scorer' THEN 'inspector'
          WHEN 'leader' THEN 'inspector' ELSE o.key END)
    -- A status that a step led to, or a decision.
    AND NOT (l.table_name = 'visit' AND o.key = 'status' AND EXISTS (
      SELECT 1
      FROM visit_step AS s
      WHERE s.visit = l.record AND abs(julianday(s.recorded_at) - julianday(l.at)) < 2 / 86400.0))
    AND NOT (l.table_name = 'finding' AND o.key IN ('status', 'closed') AND EXISTS (
      SELECT 1
      FROM finding_step AS s
      WHERE s.finding = l.record AND abs(julianday(s.recorded_at) - julianday(l.at)) < 2 / 86400.0))
    AND NOT (l.table_name = 'objection' AND o.key IN ('status', 'decision', 'decided_at', 'decided_by'))
),
-- What an observation held before another program changed it.
original AS (
  SELECT old ->> '$.id' AS id, min(id) AS entry, old ->> '$.value' AS value, old ->> '$.reason' AS reason
  FROM audit_log
  WHERE table_name = 'observation' AND old IS NOT NULL
  GROUP BY 1
),
changed AS (
  -- Observations; of one that took the place of another, both values.
  SELECT
    o.id AS place, o.recorded_at AS at, o.recorded_by AS who,
    CASE
      WHEN coalesce(f.value, o.value) = '-' THEN 'withdrawn'
      WHEN x.by IS NULL THEN 'recorded'
      ELSE 'superseded'
    END AS change,
    'observation' AS table_name, NULL AS assessment, o.visit AS visit,
    o.visit || ' / ' || o.indicator || iif(o.item = '', '', ' / ' || o.item) || iif(o.scorer = '', '', ' / ' || o.scorer)
      AS record,
    '' AS field, b.value AS old, coalesce(f.value, o.value) AS new,
    coalesce(nullif(x.reason, ''), f.reason, o.reason) AS reason
  FROM asked JOIN observation AS o ON o.recorded_at >= asked.moment
  LEFT JOIN original AS f ON f.id = o.id
  LEFT JOIN supersession AS x ON x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item
    AND x.scorer = o.scorer AND x.by = o.id
  LEFT JOIN observation AS b ON b.visit = o.visit AND b.indicator = o.indicator AND b.item = o.item
    AND b.scorer = o.scorer AND b.id = x.superseded
  WHERE NOT EXISTS (
    SELECT 1
    FROM logged AS l
    WHERE l.table_name = 'observation' AND l.action = 'insert' AND l.new ->> '$.id' = o.id)
  UNION ALL
  SELECT
    id, at, who, change, table_name, assessment, visit, record, field, old, new, ''
  FROM field
  UNION ALL
  SELECT
    id, at, actor, iif(action = 'insert', 'added', 'deleted'), table_name, assessment, visit, record, '',
    coalesce(
      old ->> '$.value', old ->> '$.name', old ->> '$.title', old ->> '$.text', old ->> '$.evidence',
      old ->> '$.objection', iif(table_name = 'recusal_override', old ->> '$.inspector', NULL)),
    coalesce(
      new ->> '$.value', new ->> '$.name', new ->> '$.title', new ->> '$.text', new ->> '$.evidence',
      new ->> '$.objection', iif(table_name = 'recusal_override', new ->> '$.inspector', NULL)),
    iif(table_name = 'recusal_override', coalesce(new ->> '$.reason', ''), '')
  FROM logged
  WHERE action <> 'update'
  UNION ALL
  SELECT s.id, s.recorded_at, s.recorded_by, s.action, 'visit', NULL, s.visit, s.visit, '', NULL, NULL, s.reason
  FROM asked JOIN visit_step AS s ON s.recorded_at >= asked.moment
  UNION ALL
  SELECT s.id, s.recorded_at, s.recorded_by, s.action, 'finding', NULL, f.visit, s.finding, '', NULL, NULL, s.reason
  FROM asked JOIN finding_step AS s ON s.recorded_at >= asked.moment
  JOIN finding AS f ON f.code = s.finding
  UNION ALL
  SELECT 0, o.decided_at, o.decided_by, o.status, 'objection', NULL, o.visit, o.code, '', NULL, NULL, o.decision
  FROM asked JOIN objection AS o ON o.decided_at >= asked.moment
  UNION ALL
  -- Conflicts that a person decided.
  SELECT v.id, v.recorded_at, v.recorded_by, 'decided', v.table_name, NULL,
    iif(v.table_name = 'visit', v.record, nullif(v.content, '') ->> '$.visit'), v.record, '', NULL, NULL, v.reason
  FROM asked JOIN record_version AS v ON v.recorded_at >= asked.moment AND v.reason <> ''
  UNION ALL
  SELECT m.id, m.at, m.actor, 'merged', 'merge_log', NULL, NULL, m.file, '', NULL, m.added, ''
  FROM asked JOIN merge_log AS m ON m.at >= asked.moment
)
SELECT
  coalesce(v.assessment, c.assessment) AS assessment, c.at, c.who, c.change, c.table_name, c.record, c.field, c.old, c.new,
  c.reason
FROM asked JOIN changed AS c
LEFT JOIN visit AS v ON v.code = c.visit
WHERE asked.assessment IS NULL OR coalesce(v.assessment, c.assessment, asked.assessment) = asked.assessment
ORDER BY c.at, c.place;
