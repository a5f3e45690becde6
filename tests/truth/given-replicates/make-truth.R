# Rscript make-truth.R, in this folder: replicate weights as data sets bring them along.
suppressPackageStartupMessages(library(survey))
data(api)
set.seed(7)
rows <- apistrat[seq(1, 200, 5), c("api00", "api99", "enroll", "meals", "ell", "api.stu", "sch.wide", "stype", "pw")]
rows$pw <- rows$pw * (1 + (seq_len(40) %% 4) / 8)
rows$enroll[3] <- NA
write.csv(rows, "schools.csv", row.names = FALSE, quote = FALSE)
R <- 12
f <- ~api00+api99+enroll+meals+ell
factors <- matrix(sample(c(0, 2), 40 * R, TRUE), 40)
stat <- function(s) { v <- vcov(s); list(est = as.list(coef(s)), se = as.list(setNames(as.vector(SE(s)), names(coef(s))))) }
put <- function(name, w) { colnames(w) <- paste0("r", seq_len(R)); write.csv(w, paste0("repw_", name, ".csv"), row.names = FALSE, quote = FALSE) }
truth <- list(); designs <- list()
add <- function(name, w, combined, ...) {
  put(name, w)
  d <- suppressWarnings(svrepdesign(data = rows, weights = ~pw, repweights = w, combined.weights = combined, ...))
  truth[[name]] <<- list(scale = d$scale, rscales = rep_len(d$rscales, R), R = R, mse = isTRUE(d$mse), degf = degf(d),
    pweights = as.vector(weights(d, "sampling")), mean = stat(svymean(f, d, na.rm = TRUE)),
    total = stat(svytotal(~enroll, d, na.rm = TRUE)),
    ratio = (function(r) list(est = as.vector(coef(r)), se = as.vector(SE(r))))(svyratio(~api.stu, ~enroll, d, na.rm = TRUE)))
  designs[[name]] <<- c(list(data = "schools.csv", weights = "pw", repweights = paste0("repw_", name, ".csv"), combined.weights = combined), list(...))
}
fay <- 0.3 + 0.7 * factors
add("fay", fay, FALSE, type = "Fay", rho = 0.3)
add("halves", factors * rows$pw, TRUE, type = "BRR", mse = TRUE)
pairs <- sapply(1:R, function(r) replace(rep(1, 40), c(2 * r - 1, 2 * r), c(0, 2)))
add("pairs", pairs * rows$pw, TRUE, type = "JK2")
add("unequal", pairs, FALSE, type = "other", scale = 0.5, rscales = c(0, seq(0.5, 1.5, length.out = R - 1)))
add("drawn", round(fay * rows$pw, 3), TRUE, type = "bootstrap", mse = FALSE)
json <- function(x) {
  one <- function(v) if (is.character(v)) dQuote(v, FALSE) else if (is.logical(v)) tolower(v) else sprintf("%.17g", v)
  if (is.list(x)) paste0("{", paste0(dQuote(names(x), FALSE), ":", sapply(x, json), collapse = ","), "}")
  else if (length(x) > 1) paste0("[", paste(sapply(x, one), collapse = ","), "]") else one(x)
}
writeLines(json(list(replicates = truth)), "truth.json")
writeLines(json(designs), "designs.json")
