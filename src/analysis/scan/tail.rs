//! How likely so many hits are.

/// The upper tails of binomial distributions.
#[derive(Debug)]
pub struct Tail {
    /// The logarithms of the factorials.
    ln_factorials: Vec<f64>,
}

impl Tail {
    /// For up to so many trials.
    pub fn new(trials: usize) -> Self {
        let mut sum = 0.0;
        let further = (1..=trials).map(|n| {
            sum += (n as f64).ln();
            sum
        });
        Self { ln_factorials: std::iter::once(0.0).chain(further).collect() }
    }

    /// The logarithm of the chance of at least `hits` in `trials`, each a hit with the chance `p`; `hits` is above the mean.
    ///
    /// The terms shrink from the first on, so they are added up until one no longer matters.
    pub fn ln_at_least(&self, hits: usize, trials: usize, p: f64) -> f64 {
        if hits > trials || p <= 0.0 {
            return f64::NEG_INFINITY;
        }
        if p >= 1.0 {
            return 0.0;
        }
        let ln = |n: usize| self.ln_factorials.get(n).copied().unwrap_or(f64::INFINITY);
        let misses = trials - hits;
        let ln_first =
            ln(trials) - ln(hits) - ln(misses) + hits as f64 * p.ln() + misses as f64 * (-p).ln_1p();
        // The terms as parts of the first one.
        let (mut term, mut sum) = (1.0, 1.0);
        let odds = p / (1.0 - p);
        for hit in hits..trials {
            term *= (trials - hit) as f64 * odds / (hit + 1) as f64;
            sum += term;
            if term < sum * 1e-12 {
                break;
            }
        }
        (ln_first + f64::ln(sum)).min(0.0)
    }
}
