import truth from '../../truth/bfi-120.json' with { type: 'json' }

/*
 * Rows 61-180 of psychTools::bfi, items A1-A5 and C1-C5, and what R 4.2.2 makes of them (A1 keyed
 * against the others; N the firms that answered A1-A5, with A1 as 7 − A1):
 *
 *   alpha <- function(C) ncol(C)/(ncol(C)-1)*(1-sum(diag(C))/sum(C)), of cov(A, use = "pairwise");
 *   alphaWeighted the same of weighted variances of N, weights 1, 2, 3 over and over, times n/(n-1);
 *   itemTotal, itemRest cor(N[,i], rowSums(N)), cor(N[,i], rowSums(N[,-i]));
 *   factanal(N, 1, control = list(opt = list(factr = 1e-3, maxit = 5000))), objective its criterion;
 *   direction* cor.test of each item as answered with rowSums(N[,-i]);
 *   mahalanobis(M, colMeans(M), cov(M)) of M <- na.omit(all ten);
 *   longestRuns max(rle(x)$lengths), spreads sd(x, na.rm = TRUE), of all ten items.
 */
export const BFI = truth

/** The answers to the first so many items, a column an item. */
export function bfiColumns(items: number): readonly Float64Array[] {
  return Array.from({ length: items }, (_none, item) =>
    Float64Array.from(BFI.answers, (row) => row[item] ?? Number.NaN),
  )
}
