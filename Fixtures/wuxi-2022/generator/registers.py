"""The evidence registers (台账) that the scores and the other records refer to."""

from .places import CODE, DISTRICTS, ENTERPRISES, MARK, PARKS, inspected, owner

# number in the register: title, kind, indicators that it proves
DISTRICT_2022 = {
    "01": ("产改联席会议通知、签到和纪要汇编", "文件", ["A1.1"]),
    "02": ("党委工作要点、政府工作报告和综合考核文件摘录", "文件", ["A1.2"]),
    "03": ("镇（街道）产改机制发文汇编", "文件", ["A1.3"]),
    "04": ("年度重点项目清单和结项材料", "台账", ["A2.1"]),
    "05": ("成员单位年度履职小结", "文件", ["A2.2"]),
    "06": ("产改台账目录和信息报送登记", "台账", ["A3.1"]),
    "07": ("主题宣讲和教育阵地影像", "照片", ["B1.1"]),
    "08": ("一线职工代表委员名册", "台账", ["B2.1"]),
    "09": ("职代会、厂务公开民主管理台账", "台账", ["B2.2"]),
    "10": ("技能等级证书查询记录", "系统数据", ["C1.1"]),
    "11": ("人才统计年报", "系统数据", ["C1.2"]),
    "12": ("技能等级自主评价备案名录", "台账", ["C1.3"]),
    "13": ("集体合同审查备案系统导出表", "系统数据", ["D1.3"]),
    "14": ("工会组织和会员实名制系统导出表", "系统数据", ["D2.1", "D2.2"]),
    "15": ("劳动争议调解案件登记", "系统数据", ["D2.3"]),
    "16": ("创新工作室命名文件和获奖证书", "文件", ["E1.1"]),
    "17": ("产改创新案例申报书", "文件", ["E2.1"]),
    "18": ("试点扩面批复文件", "文件", ["G1.2"]),
    "19": ("上年度问题整改销号清单", "台账", ["G2.1"]),
}
ENTERPRISE_2022 = {
    "01": ("知晓率和满意度现场问卷", "问卷", ["B1.2", "D3.1"]),
    "02": ("花名册与技能证书抽查记录", "台账", ["C2.1"]),
    "03": ("校企合作协议、学徒名册和师徒合同", "台账", ["C2.2"]),
    "04": ("劳动和技能竞赛方案、报名表、成绩册", "台账", ["C2.3"]),
    "05": ("工资集体协商协议和工资统计台账", "台账", ["D1.1", "D1.2"]),
    "06": ("合理化建议登记簿和实施验收单", "台账", ["E1.2"]),
    "07": ("试点方案兑现清单", "文件", ["G1.1"]),
}
PARK_2022 = {
    "01": ("园区产改文件和例会记录汇编", "文件", ["F1.1"]),
    "02": ("产改指导站照片和工作日志", "照片", ["F1.2"]),
    "03": ("网格图和联络员名册", "台账", ["F1.3"]),
    "04": ("三个所有统计表", "系统数据", ["F2.1", "F2.2"]),
    "05": ("共建协议和协同活动记录", "文件", ["F2.3"]),
}
DISTRICT_2021 = {
    "01": ("联席会议纪要和议定事项清单", "文件", ["A1"]),
    "02": ("年度重点任务清单", "台账", ["A2"]),
    "03": ("主题宣讲活动资料", "照片", ["B1"]),
    "04": ("人才统计年报", "系统数据", ["C1"]),
    "05": ("集体合同和劳动争议登记导出表", "系统数据", ["D1", "D3"]),
    "06": ("产改台账目录", "台账", ["G2"]),
}
ENTERPRISE_2021 = {
    "01": ("证书抽查和技能培育台账", "台账", ["C2", "C3"]),
    "02": ("会员名册", "台账", ["D2"]),
    "03": ("试点方案兑现清单", "文件", ["G1"]),
}

# What is not there: the scores name no evidence, or do not apply.
NOT_SHOWN = {("wxjkq", "16"), ("wxjkq", "18"), ("320213", "12"), ("E39", "04"), ("PK12", "03")}

# Evidence of single events: code, subject, title, kind, number, date, source.
EVENTS = [
    ("SJ22-01", "district:320206", "连环画《王大刚考证记》", "作品", "", "2022-05-12", "惠山区总工会"),
    ("SJ22-02", "district:320206", "《王大刚考证记》省总工会转发页面", "作品", "", "2022-06-08", "江苏省总工会"),
    ("SJ22-03", "district:320206", "《王大刚考证记》全国总工会转发页面", "作品", "", "2022-07-20", "中华全国总工会"),
    ("SJ22-04", "district:320206", "省级技能人才自主评价示范区通知（演示）", "文件", "演示〔2022〕11号", "2022-10-11", ""),
    ("SJ22-05", "district:320281", "特钢工匠培育经验全国推广通知（演示）", "文件", "演示〔2022〕12号", "2022-08-30", ""),
    ("SJ22-06", "district:320281", "国家级产改试点企业名单（演示）", "文件", "演示〔2022〕13号", "2022-04-28", ""),
    ("SJ22-07", "district:320281", "省级示范园区名单（演示）", "文件", "演示〔2022〕14号", "2022-09-15", ""),
    ("SJ22-08", "district:320281", "首席工人薪酬制度全市推广通知（演示）", "文件", "演示〔2022〕15号", "2022-07-05", ""),
    ("SJ22-09", "district:320205", "产业链技能共享做法省级简报（演示）", "文件", "演示〔2022〕16号", "2022-09-02", ""),
    ("SJ22-10", "district:320205", "市级示范试点名单（演示）", "文件", "演示〔2022〕17号", "2022-10-20", ""),
    ("SJ22-11", "district:320282", "省级示范试点名单（演示）", "文件", "演示〔2022〕18号", "2022-10-20", ""),
    ("SJ22-12", "district:320282", "陶都工匠学院市领导批示（演示）", "文件", "演示〔2022〕19号", "2022-06-17", ""),
    ("SJ22-13", "district:320214", "芯片技师双导师制省级推广（演示）", "文件", "演示〔2022〕20号", "2022-08-18", ""),
    ("SJ22-14", "district:320214", "国家级示范单位名单（演示）", "文件", "演示〔2022〕21号", "2022-05-06", ""),
    ("SJ22-15", "district:320211", "传感器工法共享库市级简报（演示）", "文件", "演示〔2022〕22号", "2022-09-27", ""),
    ("SJ22-16", "district:320213", "街区联合工会夜校全市推广通知（演示）", "文件", "演示〔2022〕23号", "2022-11-02", ""),
    ("SJ22-17", "district:320281", "周庄镇农民工法治宣传周活动资料", "活动", "", "2022-11-11", "周庄镇总工会"),
    ("SJ22-18", "district:320205", "东港镇节后复工安全检查记录和照片", "照片", "", "2022-02-09", "东港镇总工会"),
    ("SJ22-19", "enterprise:E25", "工装问卷1041份汇总表和改进说明", "问卷", "", "2022-05-20", "企业工会"),
    ("SJ22-20", "district:320214", "事故调查情况通报（演示，虚构）", "文件", "演示〔2022〕24号", "2022-10-28", ""),
    ("SJ22-21", "district:wxjkq", "考核材料收文登记（演示）", "台账", "", "2022-11-28", "市产改办"),
]

_REGISTERS = {
    ("2021", "district"): DISTRICT_2021, ("2021", "enterprise"): ENTERPRISE_2021,
    ("2022", "district"): DISTRICT_2022, ("2022", "enterprise"): ENTERPRISE_2022, ("2022", "park"): PARK_2022,
}


def kind_of(subject):
    return "park" if subject.startswith("PK") else "enterprise" if subject.startswith("E") else "district"


def evidence_of(assessment, subject, indicator):
    """The code of the evidence that a subject shows for an indicator, or nothing."""
    for number, (_, _, indicators) in _REGISTERS[assessment, kind_of(subject)].items():
        if indicator in indicators and (subject, number) not in NOT_SHOWN:
            return f"TZ{assessment[2:]}-{subject}-{number}"
    return ""


def register_rows(assessment, subjects, date):
    for subject in subjects:
        kind = kind_of(subject)
        mark = MARK[owner(f"{kind}:{subject}")]
        for number, (title, form, _) in _REGISTERS[assessment, kind].items():
            if (subject, number) in NOT_SHOWN:
                continue
            named = f"{mark}产改办〔{assessment}〕{int(number) + 2}号" if kind == "district" and form == "文件" else ""
            yield f"TZ{assessment[2:]}-{subject}-{number}", f"{kind}:{subject}", title, form, named, date, ""


def evidence_rows():
    districts = [CODE[key] for key, *_ in DISTRICTS]
    enterprises = [row[0] for row in inspected()]
    first_two = [code for key, *_ in DISTRICTS
                 for code in [row[0] for row in ENTERPRISES if row[2] == key and row[9] and row[0] != "E40"][:2]]
    yield from register_rows("2021", districts + first_two, "2021-11-30")
    yield from register_rows("2022", districts, "2022-11-10")
    yield from register_rows("2022", enterprises + [row[0] for row in PARKS], "2022-06-10")
    yield from EVENTS
