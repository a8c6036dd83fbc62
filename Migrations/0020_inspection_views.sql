-- Views of the inspection: who did what, how strictly each group scored, and what is not settled yet. As in 0017, no view
-- scores anything; means are plain means.

-- What each inspector did in each assessment: those whose group made a visit, or who scored, or recorded · 督查员工作量.
CREATE VIEW inspector_activity AS
SELECT
  a.code AS assessment,  -- the assessment · 考核年度
  p.code AS inspector,  -- the inspector · 督查员
  p.name AS name,  -- name · 姓名
  p.organisation AS organisation,  -- where the inspector works · 单位
  p.inspection_group AS inspection_group,  -- the inspector's group; NULL for none · 督查组
  g.name AS group_name,  -- its name · 督查组名称
  p.district AS district,  -- where the inspector belongs; NULL for none · 回避地区
  d.name AS district_name,  -- its name · 回避地区名称
  coalesce(v.visits, 0) AS group_visits,  -- visits of the group that count (number) · 本组督查次数
  coalesce(s.visits, 0) AS visits_scored,  -- visits, but cancelled ones, at which the inspector scored (number) · 评分督查次数
  coalesce(s.observations, 0) AS observations_scored,  -- observations that hold and name the inspector as scorer (number) · 评分记录数
  coalesce(r.observations, 0) AS observations_recorded,  -- observations recorded by this code or name, also corrected ones (number) · 录入记录数
  r.first AS first_recorded,  -- when the first of them was recorded (UTC); NULL for none · 首次录入时刻
  r.last AS last_recorded,  -- when the last of them was recorded (UTC); NULL for none · 最近录入时刻
  coalesce(o.overrides, 0) AS overrides  -- observations that hold, but at cancelled visits, although the inspector should have stood aside (number) · 未回避次数
FROM assessment AS a
CROSS JOIN inspector AS p
LEFT JOIN inspection_group AS g ON g.code = p.inspection_group
LEFT JOIN district AS d ON d.code = p.district
LEFT JOIN (
  SELECT assessment, inspection_group, count(*) AS visits
  FROM visit
  WHERE status IN ('submitted', 'confirmed')
  GROUP BY assessment, inspection_group) AS v ON v.assessment = a.code AND v.inspection_group = p.inspection_group
LEFT JOIN (
  SELECT v.assessment, o.scorer, count(DISTINCT o.visit) AS visits, count(*) AS observations
  FROM observation AS o
  JOIN visit AS v ON v.code = o.visit
  WHERE o.scorer <> '' AND o.value <> '-' AND v.status <> 'cancelled'
    AND NOT EXISTS (
      SELECT 1
      FROM supersession AS x
      WHERE x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item AND x.scorer = o.scorer
        AND x.superseded = o.id)
  GROUP BY v.assessment, o.scorer) AS s ON s.assessment = a.code AND s.scorer = p.code
LEFT JOIN (
  SELECT n.assessment, q.code, sum(n.observations) AS observations, min(n.first) AS first, max(n.last) AS last
  FROM (
    SELECT
      v.assessment, o.recorded_by, count(*) AS observations, min(o.recorded_at) AS first, max(o.recorded_at) AS last
    FROM observation AS o
    JOIN visit AS v ON v.code = o.visit
    GROUP BY v.assessment, o.recorded_by) AS n
  JOIN inspector AS q ON n.recorded_by IN (q.code, q.name)
  GROUP BY n.assessment, q.code) AS r ON r.assessment = a.code AND r.code = p.code
LEFT JOIN (
  SELECT v.assessment, n.inspector, count(*) AS overrides
  FROM recusal_override AS n
  JOIN observation AS o
    ON o.visit = n.visit AND o.indicator = n.indicator AND o.item = n.item AND o.scorer = n.scorer AND o.id = n.id
  JOIN visit AS v ON v.code = n.visit
  WHERE o.value <> '-' AND v.status <> 'cancelled'
    AND NOT EXISTS (
      SELECT 1
      FROM supersession AS x
      WHERE x.visit = o.visit AND x.indicator = o.indicator AND x.item = o.item AND x.scorer = o.scorer
        AND x.superseded = o.id)
  GROUP BY v.assessment, n.inspector) AS o ON o.assessment = a.code AND o.inspector = p.code
WHERE v.visits IS NOT NULL OR s.visits IS NOT NULL OR r.observations IS NOT NULL OR o.overrides IS NOT NULL;

-- How strictly each group scored each leaf, beside all groups together · 督查组评分宽严. Means of the scores of single visits,
-- rounded to 6 decimals. Groups go to different places: a difference alone does not say that a group is unfair.
CREATE VIEW group_severity AS
SELECT
  m.assessment AS assessment,  -- the assessment · 考核年度
  m.inspection_group AS inspection_group,  -- the group · 督查组
  g.name AS group_name,  -- its name · 督查组名称
  m.leaf AS leaf,  -- the leaf · 考核要点
  i.title AS title,  -- its title · 考核要点名称
  i.points_micro / 1e6 AS points,  -- what the leaf is worth (points) · 分值
  m.visits AS visits,  -- the group's visits at which it was scored (number) · 督查次数
  round(m.score / m.visits / 1e6, 6) AS mean_score,  -- mean of their scores, rounded to 6 decimals (points) · 平均得分
  round(i.points_micro / 1e6 - m.score / m.visits / 1e6, 6) AS mean_lost,  -- the leaf's points less that mean (points) · 平均扣分
  m.city_visits AS city_visits,  -- all groups' visits at which it was scored (number) · 全部督查次数
  round(m.city_score / m.city_visits / 1e6, 6) AS city_mean_score,  -- mean over all groups' visits, rounded to 6 decimals (points) · 全部平均得分
  round(m.score / m.visits / 1e6 - m.city_score / m.city_visits / 1e6, 6) AS difference,  -- group's mean less that of all; negative: stricter (points) · 与全部平均之差
  EXISTS (SELECT 1 FROM stale AS t WHERE t.assessment = m.assessment) AS stale  -- 1: facts of a district of the assessment, whichever, changed since it was computed · 是否待重算
FROM (
  SELECT
    v.assessment, v.inspection_group, s.indicator AS leaf, count(*) AS visits, total(s.score_micro) AS score,
    sum(count(*)) OVER leaf AS city_visits, sum(total(s.score_micro)) OVER leaf AS city_score
  FROM inspection_score AS s
  JOIN visit AS v ON v.code = s.visit
  WHERE s.status = 'scored'
  GROUP BY v.assessment, v.inspection_group, s.indicator
  WINDOW leaf AS (PARTITION BY v.assessment, s.indicator)) AS m
JOIN inspection_group AS g ON g.code = m.inspection_group
JOIN assessment AS a ON a.code = m.assessment
JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = m.leaf;

-- All that keeps a ranking from being final, one row each; none where it may be published · 未决事项. The kinds: no_result
-- (nothing computed yet), stale_result (facts changed since), missing_leaf (nobody observed it, or it can't be scored),
-- nothing_scored (no leaf left to score), unconfirmed_visit, conflict (of observations, or of records, which are
-- everybody's: these stand at every assessment), open_objection; and broken_reference, which only another program can
-- bring about (a participant's district, or a visit's subject, does not exist).
CREATE VIEW open_question AS
SELECT
  q.assessment AS assessment,  -- the assessment · 考核年度
  q.kind AS kind,  -- what kind of question it is, see above · 类别
  q.district AS district,  -- the district; NULL where it is not about one · 市(县)区
  d.name AS district_name,  -- its name · 市(县)区名称
  q.subject AS subject,  -- what it is about: code of a leaf, visit or objection, VISIT/LEAF, TABLE/RECORD; NULL for none · 有关记录
  q.zh AS question_zh,  -- the question in Chinese · 说明
  q.en AS question_en  -- the question in English · 英文说明
FROM (
  SELECT
    a.code AS assessment, 'no_result' AS kind, NULL AS district, NULL AS subject, '尚未计算结果' AS zh,
    'nothing was computed yet' AS en
  FROM assessment AS a
  WHERE NOT EXISTS (SELECT 1 FROM assessment_result AS r WHERE r.assessment = a.code)
  UNION ALL
  SELECT
    p.assessment, 'no_result', p.district, NULL, coalesce(d.name, p.district) || '尚未计算结果',
    coalesce(d.name, p.district) || ': nothing was computed yet'
  FROM assessment_result AS a
  JOIN participant AS p ON p.assessment = a.assessment AND p.status = 'enrolled'
  LEFT JOIN district AS d ON d.code = p.district
  WHERE NOT EXISTS (
    SELECT 1 FROM district_result AS r WHERE r.assessment = p.assessment AND r.district = p.district)
  UNION ALL
  SELECT
    s.assessment, 'stale_result', s.district, NULL, coalesce(d.name, s.district) || '的数据在计算之后有变动，需重新计算',
    coalesce(d.name, s.district) || ': facts changed since it was computed; compute again'
  FROM stale AS s
  LEFT JOIN district AS d ON d.code = s.district
  UNION ALL
  SELECT
    l.assessment, 'missing_leaf', l.district, l.indicator,
    coalesce(d.name, l.district) || '的' || l.indicator || coalesce(' ' || i.title, '') || '未考核，或记录无法计分',
    coalesce(d.name, l.district) || ': ' || l.indicator || coalesce(' ' || i.title, '') || ' was not observed, or can''t be scored'
  FROM district_result AS r
  JOIN leaf_result AS l ON l.assessment = r.assessment AND l.district = r.district AND l.status = 'missing'
  LEFT JOIN district AS d ON d.code = r.district
  JOIN assessment AS a ON a.code = r.assessment
  LEFT JOIN indicator AS i ON i.rule_set = a.rule_set AND i.code = l.indicator
  WHERE r.ranked AND NOT r.complete
  UNION ALL
  SELECT
    r.assessment, 'nothing_scored', r.district, NULL, coalesce(d.name, r.district) || '没有可以计分的指标',
    coalesce(d.name, r.district) || ': no leaf is left to score'
  FROM district_result AS r
  LEFT JOIN district AS d ON d.code = r.district
  WHERE r.ranked AND NOT r.complete
    AND NOT EXISTS (
      SELECT 1
      FROM leaf_result AS l
      WHERE l.assessment = r.assessment AND l.district = r.district AND l.status = 'missing')
  UNION ALL
  SELECT
    p.assessment, 'broken_reference', p.district, 'participant/' || p.assessment || '/' || p.district,
    '参评单位 ' || p.district || ' 不在市(县)区名单里', p.district || ' takes part, but there is no such district'
  FROM participant AS p
  WHERE p.status = 'enrolled' AND NOT EXISTS (SELECT 1 FROM district AS d WHERE d.code = p.district)
  UNION ALL
  SELECT
    v.assessment, 'broken_reference', v.district, 'visit/' || v.code,
    '督查 ' || v.code || ' 的对象 ' || v.subject || ' 不在名单里', 'the visit ' || v.code || ' is to ' || v.subject
      || ', but there is no such ' || v.scope
  FROM visit AS v
  LEFT JOIN district AS d ON d.code = v.district
  LEFT JOIN pilot_enterprise AS e ON e.code = v.enterprise
  LEFT JOIN industrial_park AS p ON p.code = v.park
  WHERE v.status <> 'cancelled' AND coalesce(d.code, e.code, p.code) IS NULL
  UNION ALL
  SELECT
    v.assessment, 'unconfirmed_visit', x.district, v.code,
    '督查 ' || v.code || '（' || v.subject || '，' || v.date || '）' || iif(v.status = 'draft', '还没有提交', '还没有确认'),
    'the visit ' || v.code || ' (' || v.subject || ', ' || v.date || ') is not '
      || iif(v.status = 'draft', 'submitted', 'confirmed') || ' yet'
  FROM visit AS v
  JOIN visit_district AS x ON x.visit = v.code
  WHERE v.status IN ('draft', 'submitted')
  UNION ALL
  SELECT
    v.assessment, 'open_objection', x.district, o.code,
    '申诉 ' || o.code || '（' || o.raised_by || '，督查 ' || o.visit || ' 的 ' || o.indicator || '）待复核',
    'the objection ' || o.code || ' (' || o.raised_by || ', ' || o.indicator || ' at ' || o.visit || ') is not decided'
  FROM objection AS o
  JOIN visit AS v ON v.code = o.visit
  JOIN visit_district AS x ON x.visit = v.code
  WHERE o.status = 'open'
  UNION ALL
  SELECT
    v.assessment, 'conflict', x.district, c.visit || '/' || c.indicator,
    '督查 ' || c.visit || ' 的 ' || c.indicator || ' 有冲突的记录待裁定',
    'records of ' || c.indicator || ' at ' || c.visit || ' are in conflict, and nobody has decided'
  FROM (
    -- Two observations of one cell hold.
    SELECT visit, indicator
    FROM (
      SELECT o.visit, o.indicator
      FROM (
        SELECT visit, indicator, item, scorer
        FROM observation
        GROUP BY visit, indicator, item, scorer
        HAVING count(*) > 1) AS n
      CROSS JOIN observation AS o
        ON o.visit = n.visit AND o.indicator = n.indicator AND o.item = n.item AND o.scorer = n.scorer
      WHERE NOT EXISTS (
        SELECT 1
        FROM supersession AS s
        WHERE s.visit = o.visit AND s.indicator = o.indicator AND s.item = o.item AND s.scorer = o.scorer
          AND s.superseded = o.id)
      GROUP BY o.visit, o.indicator, o.item, o.scorer
      HAVING count(*) > 1)
    UNION
    -- What stands alone has company (n/a, none), or one of several scorers is not named.
    SELECT o.visit, o.indicator
    FROM (
      SELECT visit, indicator
      FROM observation
      GROUP BY visit, indicator
      HAVING count(*) > 1
        AND (
          max(item = '' AND value IN ('n/a', '不适用', 'none', '无'))
          OR max(item = '' AND scorer = '') AND max(item = '' AND scorer <> ''))) AS n
    CROSS JOIN observation AS o ON o.visit = n.visit AND o.indicator = n.indicator
    JOIN visit AS v ON v.code = o.visit
    JOIN assessment AS a ON a.code = v.assessment
    JOIN indicator AS l ON l.rule_set = a.rule_set AND l.code = o.indicator
    WHERE o.value <> '-'
      AND NOT EXISTS (
        SELECT 1
        FROM supersession AS s
        WHERE s.visit = o.visit AND s.indicator = o.indicator AND s.item = o.item AND s.scorer = o.scorer
          AND s.superseded = o.id)
    GROUP BY o.visit, o.indicator
    HAVING count(*) > 1
      AND (
        max(o.item = '' AND o.value IN ('n/a', '不适用'))
        OR replace(replace(replace(l.methods, 'deduct', ''), 'add', ''), ' ', '') = ''
          AND max(o.item = '' AND o.value IN ('none', '无'))
        OR (' ' || l.methods || ' ' GLOB '* levels *' OR ' ' || l.methods || ' ' GLOB '* judged *')
          AND sum(o.item = '') > 1 AND max(o.item = '' AND o.scorer = ''))
    UNION
    -- What came in after its visit was handed in, and is neither a decision nor a correction.
    SELECT o.visit, o.indicator
    FROM (
      SELECT visit, max(id) AS id
      FROM visit_step
      GROUP BY visit) AS n
    CROSS JOIN visit_step AS z ON z.visit = n.visit AND z.id = n.id
    CROSS JOIN visit AS v ON v.code = n.visit
    CROSS JOIN observation AS o ON o.visit = n.visit
    WHERE v.status IN ('submitted', 'confirmed') AND z.action IN ('submit', 'confirm')
      AND o.id NOT IN (
        SELECT j.value
        FROM (
          SELECT visit, max(id) AS id
          FROM visit_step
          GROUP BY visit) AS m
        CROSS JOIN visit_step AS y ON y.visit = m.visit AND y.id = m.id
        CROSS JOIN json_each(y.covers) AS j
        WHERE j.type = 'integer')
      AND NOT EXISTS (
        SELECT 1
        FROM supersession AS s
        WHERE s.visit = o.visit AND s.indicator = o.indicator AND s.item = o.item AND s.scorer = o.scorer
          AND (s.superseded = o.id OR s.by = o.id AND s.reason NOT IN ('', '撤销 undo')))
      AND NOT EXISTS (
        SELECT 1
        FROM objection_correction AS k
        WHERE k.visit = o.visit AND k.indicator = o.indicator AND k.item = o.item AND k.scorer = o.scorer
          AND k.id = o.id)) AS c
  JOIN visit AS v ON v.code = c.visit
  JOIN visit_district AS x ON x.visit = c.visit
  WHERE v.status <> 'cancelled'
  UNION ALL
  SELECT
    a.code, 'conflict', NULL, h.table_name || '/' || replace(h.record, ' / ', '/'),
    h.table_name || ' 的 ' || replace(h.record, ' / ', '/') || ' 在不同副本中改得不一样，待裁定',
    h.table_name || ' ' || replace(h.record, ' / ', '/') || ' was changed differently in copies, and nobody has decided'
  FROM (
    SELECT table_name, record
    FROM record_head
    WHERE table_name NOT IN ('adjustment_evidence', 'finding_evidence', 'objection_evidence', 'publicity_repost')
    GROUP BY table_name, record
    HAVING count(DISTINCT content) > 1) AS h
  CROSS JOIN assessment AS a) AS q
LEFT JOIN district AS d ON d.code = q.district;
