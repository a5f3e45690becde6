# Rscript tests/bench/analysis.R taylor|bootstrap ANSWERS.csv COLUMNS.csv MARGINS.csv
# The same as tests/bench/analysis-job.ts, by R survey: prints CPU seconds, peak megabytes and the
# mean standard error of the shares. Columns s1..s5 are stratifiers, the others indicators. All
# columns go through one call each of svytotal(), which is the quickest way there is in R; medians
# are made with Taylor errors only.
suppressPackageStartupMessages(library(survey))
args <- commandArgs(TRUE)
answers <- read.csv(args[2])
columns <- read.csv(args[3], colClasses = c(column = "character"))
margins <- read.csv(args[4])
for (s in paste0("s", 1:5)) answers[[s]] <- factor(answers[[s]], levels = unique(margins$option[margins$item == s]))
answers$one <- 1
samples <- lapply(paste0("s", 1:5), function(s) as.formula(paste0("~", s)))
population <- lapply(paste0("s", 1:5), function(s) {
  own <- margins[margins$item == s, ]
  setNames(data.frame(factor(own$option, levels = own$option), own$count / sum(own$count) * nrow(answers)), c(s, "Freq"))
})
numbers <- as.matrix(answers[columns$column])
answered <- 1 * !is.na(numbers)
numbers[is.na(numbers)] <- 0
isShare <- columns$as == "share"
control <- list(maxit = 200, epsilon = 1e-6)

taylor <- function() {
  design <- rake(svydesign(ids = ~1, weights = ~one, data = answers), samples, population, control = control)
  w <- weights(design)
  counts <- colSums(w * answered)
  means <- colSums(w * numbers) / counts
  influence <- sweep(numbers - sweep(answered, 2, means, "*"), 2, counts, "/")
  for (column in columns$column[columns$as == "median"]) {
    svyquantile(as.formula(paste0("~", column)), design, 0.5, ci = TRUE, na.rm = TRUE)
  }
  SE(svytotal(influence, design))
}

bootstrap <- function() {
  design <- as.svrepdesign(svydesign(ids = ~1, weights = ~one, data = answers),
    type = "bootstrap", replicates = 500)
  design <- rake(design, samples, population, control = control)
  totals <- svytotal(cbind(numbers, answered), design, return.replicates = TRUE)$replicates
  means <- totals[, seq_along(isShare)] / totals[, length(isShare) + seq_along(isShare)]
  apply(means, 2, sd)
}

spent <- system.time(errors <- if (args[1] == "taylor") taylor() else bootstrap())
peak <- as.numeric(sub("\\D*(\\d+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"cpu": %.3f, "megabytes": %.0f, "figure": %.10g}\n', sum(spent[c(1, 2)]), peak, mean(errors[isShare])))
