// Package economy reckons the sums around a person and a municipality: what a
// household has a right to in assistance, what is left of pay, what a subsidised job
// costs beside assistance, and when a project has paid for itself.
//
// A household is reckoned so (004 s. 12.2.1; SoL (2025:400) 12 kap. 7-8 §§):
//
//  1. the national standard of the month: personal costs of the adults and of each
//     child by age, and common costs by how many live there;
//  2. who shares a home with others than a partner carries a part of the common costs,
//     by heads;
//  3. the reasonable costs beside the standard;
//  4. the incomes after tax; of income from work with the job stimulus a share is not
//     counted;
//  5. assistance is 1 and 3 less 4, and never below nothing: what is more is a surplus.
//
// Each line is rounded once, half up to whole kronor, and every total is the sum of its
// lines, so that what is shown adds up.
//
// Nothing here knows a tax table, a rent or a fee for childcare: net pay and costs are
// facts that somebody states. A month without a national standard is refused.
//
// What may enter: pure reckoning with its explanation. No files, no pages, no decision:
// a person decides on assistance, after trying what is reasonable in the case.
package economy
