// Package compensation reckons what a participant is paid for a week, and explains
// it to the krona.
//
// One pure function of the facts (decisions, children, attendance) and the law book
// gives first calculation, correction and stop alike. It goes day by day:
//
//  1. a week is Monday to Sunday; its five programme days are Monday to Friday;
//  2. a day outside every decision in force pays nothing and needs no rate;
//  3. a day within one pays or not by what happened on it (rules.go);
//  4. a day that pays gives one fifth of the weekly amounts of that day, by the price
//     base amount of its own year and the children who count on it;
//  5. a weekly amount is a percentage of the price base amount, each component cut to
//     whole kronor before they are added: three children in 2017 give 147 + 94 + 49 =
//     290 kronor (000), where cutting the sum would give 291;
//  6. the fifths are added exactly, and each of the week's two lines, base and child
//     supplement, is cut to whole kronor once, at the end.
//
// Where the law book has no value for a day within a decision, the whole reckoning is
// refused. Points 1-5 follow 000, "Ersättning"; the part of a week in 1, 3, 4 and 6 is
// chosen, because the sources are silent, and goes by the name of the rule set.
//
// What may enter: the reckoning and its explanation. Not payment, not what was paid
// before, not household income: the compensation is not means-tested (000).
package compensation
