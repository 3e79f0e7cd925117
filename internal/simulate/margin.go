package simulate

// Values of the attributes of the mapped, in the order their counts stand in, where
// a crossing names them. The others' orders stand beside their counts.
const (
	age18to24 = iota
	age25to29
	age30to44
	age45to54
	age55to64
)

const (
	underTwoYears = iota
	twoYearsOrMore
)

const (
	single = iota
	couple
	singleWithChildren
	coupleWithChildren
)

// The 806 of the autumn of 2019 (004 s. 6.2). Counts printed in the source:
//
//   - 492 women and 313 men (diagram 4). They are 805: one gender is unstated, and
//     so it is here. Diagram 14 speaks of 530 with ill health where 806 - 275 is
//     531: the unstated one is the one with ill health who is missing there.
//   - 524 with two years or more (5); 275, 344 and 187 by ill health (7);
//     244, 314 and 248 by ability (8). The 314 are divided between 20 and 30 hours
//     and the 248 between none and 10 hours by this project.
//   - The ages printed under diagram 6 (253, 353, 273, 341) are of all 1 220 that
//     the survey was answered for. Of the 806, diagram 16 gives those of 30-44:
//     111 are about half. The other ages share the rest as the 1 220 do.
//   - 45 % have children (s. 6.2.2). Language counts are the shares of diagram 12.
var mappedAttributes = []attribute{
	{"gender", []int{492, 313, 1}}, // women, men, unstated
	{"age", []int{82, 88, 222, 184, 230}},
	{"duration", []int{282, 524}},
	{"ability", []int{58, 190, 164, 150, 244}}, // 0, 10, 20, 30 and 40 hours
	{"health", []int{275, 173, 171, 187}},      // none, physical, mental, both
	{"swedish", []int{395, 200, 165, 46}},      // no limits, easy, large limits, unknown
	{"household", []int{360, 83, 205, 158}},
	{"now", []int{322, 45, 12, 95, 95, 60, 177}}, // none, then the ladder upward, Swedish
	{"matched", []int{564, 242}},                 // what they do now is as much as they are able to: 30 % (9)
	{"next", []int{75, 85, 190, 215, 190, 51}},   // the ladder upward, other
}

var (
	physicalOrNot = []int{0, 1, 0, 1}
	mentalOrNot   = []int{0, 0, 1, 1}
	noneOneBoth   = []int{0, 1, 1, 2}
	illOrNot      = []int{0, 1, 1, 1}
	limitsOrNot   = []int{0, 1, 1, 2} // no limits, limits and interpreter, unknown
	childrenOrNot = []int{0, 0, 1, 1}
	lowMiddleHigh = []int{0, 0, 1, 1, 2} // under 10 h, 10-30 h, up to 40 h
	activeOrNot   = []int{0, 1, 1, 1, 1, 1, 1}
)

// Where the source prints a share the count is that share of its group; where it
// only says which group has more, the counts are the project's and say the same.
var mappedCrossings = []crossing{
	// Diagram 10: most of the short cases can do more than 20 hours, most of the long less.
	{row: "duration", column: "ability", want: [][]float64{{16, 46, 60, 50, 110}, {42, 144, 104, 100, 134}}},
	// Diagram 11: 58 % of the short and nearly 70 % of the long cases have ill health.
	{row: "duration", column: "health", columnClass: illOrNot, want: [][]float64{{118, 164}, {157, 367}}},
	// Diagram 12: no limits 68 % of men and 37 % of women; limits and interpreter 27 % and 57 %.
	{row: "gender", column: "swedish", columnClass: limitsOrNot, want: [][]float64{{182, 280, 30}, {213, 85, 15}, {0, 0, 1}}},
	// Diagram 13: the younger, the fewer limits.
	{row: "age", column: "swedish", columnClass: limitsOrNot, want: [][]float64{{59, 18, 5}, {58, 25, 5}, {107, 102, 13}, {81, 93, 10}, {90, 127, 13}}},
	// Diagram 14: ill health more among men, both kinds more among women.
	{row: "gender", column: "health", columnClass: noneOneBoth, want: [][]float64{{178, 194, 120}, {97, 149, 67}, {0, 1, 0}}},
	{row: "gender", column: "health", columnClass: physicalOrNot, want: [][]float64{{262, 230}, {184, 129}, {free, free}}},
	{row: "gender", column: "health", columnClass: mentalOrNot, want: [][]float64{{288, 204}, {159, 154}, {free, free}}},
	// Diagram 15: physical ill health 63 % at 55-64 and 58 % at 45-54, less before.
	{row: "age", column: "health", columnClass: physicalOrNot, want: [][]float64{{70, 12}, {70, 18}, {144, 78}, {77, 107}, {85, 145}}},
	// Diagram 16: mental ill health 54.9 % at 18-24 and 82 % at 25-29; 111 of 30-44 have neither.
	{row: "age", column: "health", columnClass: mentalOrNot, want: [][]float64{{37, 45}, {16, 72}, {144, 78}, {110, 74}, {141, 89}}},
	{row: "age", column: "health", columnClass: illOrNot, want: [][]float64{{33, 49}, {12, 76}, {111, 111}, {free, free}, {free, free}}},
	// Diagram 17: without limits 55 % one and 31 % both; with limits about half neither.
	{row: "swedish", column: "health", rowClass: limitsOrNot, columnClass: noneOneBoth, want: [][]float64{{55, 217, 123}, {187, 115, 63}, {33, 12, 1}}},
	// Diagram 24: who has no limits can more often do less.
	{row: "swedish", column: "ability", rowClass: limitsOrNot, columnClass: lowMiddleHigh, want: [][]float64{{150, 155, 90}, {75, 145, 145}, {23, 14, 9}}},
	// Diagram 25: ill health somewhat more in households without children.
	{row: "household", column: "health", rowClass: childrenOrNot, columnClass: illOrNot, want: [][]float64{{132, 311}, {143, 220}}},
	// Not printed; ability falls with ill health.
	{row: "health", column: "ability", rowClass: noneOneBoth, columnClass: lowMiddleHigh, want: [][]float64{{30, 100, 145}, {120, 144, 80}, {98, 70, 19}}},
	// Not printed; who has children is mostly 30-54, and most single parents are women.
	{row: "age", column: "household", columnClass: childrenOrNot, want: [][]float64{{72, 10}, {63, 25}, {57, 165}, {66, 118}, {185, 45}}},
	{row: "gender", column: "household", want: [][]float64{{139, 43, 180, 130}, {220, 40, 25, 28}, {1, 0, 0, 0}}},
	// Diagram 18: of the active, 75 % of the least able get support with basic needs
	// and nearly 80 % of the most able study Swedish.
	{row: "ability", column: "now", rowClass: lowMiddleHigh, want: [][]float64{{188, 45, 9, 6, 0, 0, 0}, {60, 0, 3, 89, 85, 36, 41}, {74, 0, 0, 0, 10, 24, 136}}},
	// Diagram 20: Swedish 42 % of the active women and 28 % of the men.
	{row: "gender", column: "now", want: [][]float64{{197, 25, 6, 60, 50, 30, 124}, {125, 20, 6, 35, 45, 29, 53}, {free, free, free, free, free, free, free}}},
	// Swedish is studied by those who need it, and nothing is never enough (9).
	{row: "swedish", column: "now", rowClass: limitsOrNot, want: [][]float64{{free, free, free, free, free, free, 0}, {free, free, free, free, free, free, 165}, {free, free, free, free, free, free, 12}}},
	{row: "matched", column: "now", columnClass: activeOrNot, want: [][]float64{{322, 242}, {0, 242}}},
	// Diagram 19: the less able, the more basic the next step.
	{row: "ability", column: "next", rowClass: lowMiddleHigh, want: [][]float64{{70, 65, 78, 25, 8, 2}, {5, 18, 90, 115, 65, 21}, {0, 2, 22, 75, 117, 28}}},
	// Diagram 21: about the same for women and men.
	{row: "gender", column: "next", want: [][]float64{{46, 52, 116, 131, 116, 31}, {29, 33, 74, 83, 74, 20}, {free, free, free, free, free, free}}},
	// Diagram 22: 42 % of those with large limits need work with public support, 37 %
	// of those with easy Swedish work-oriented rehabilitation.
	{row: "swedish", column: "next", want: [][]float64{{free, free, free, free, free, free}, {free, free, free, 74, free, free}, {free, free, free, free, 69, free}, {free, free, free, free, free, free}}},
}

// The 1 000 coded as unemployed are drawn as the 746 that the spring survey of 2018
// covered: people by gender and age and how many obstacles they have (diagram 30).
// Rows are 18-29, 30-44, 45-54 and 55-64, women first in each.
var unemployedObstacles = [8][5]int{
	{20, 13, 10, 9, 8}, {28, 27, 11, 17, 16},
	{52, 54, 28, 14, 9}, {43, 45, 25, 14, 8},
	{22, 36, 22, 9, 2}, {33, 32, 16, 9, 3},
	{13, 11, 13, 6, 2}, {20, 30, 8, 5, 3},
}

// The survey of 2019 was answered for 1 220; 414 of them could not take part now
// (diagram 3): addiction or treatment, other measures in the family that go first,
// other reasons. The source prints 256 and 5 % and about 35 %, which is more than
// all: the first is kept and the last gives way.
var notCurrentReasons = []int{137, 21, 256}

// Persons in all (004 s. 6.5) and in the parts that the surveys name.
const (
	adultsInAll      = 4000
	codedUnemployed  = 1000
	mappedInAll      = 806
	mappedNotCurrent = 414
)

// scaled is the same margin for another number of people.
func scaled(attributes []attribute, people int) []attribute {
	out := make([]attribute, len(attributes))
	for i, a := range attributes {
		out[i] = attribute{a.name, apportion(people, a.counts)}
	}
	return out
}

func scaledCrossings(crossings []crossing, factor float64) []crossing {
	out := make([]crossing, len(crossings))
	for i, c := range crossings {
		out[i] = c
		out[i].want = make([][]float64, len(c.want))
		for r, line := range c.want {
			for _, w := range line {
				out[i].want[r] = append(out[i].want[r], w*factor)
			}
		}
	}
	return out
}
