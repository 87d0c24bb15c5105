//! Whether a system of linear equations and inequalities has a solution in whole numbers.
//!
//! The plain idea is Fourier and Motzkin's: a variable is eliminated by adding each lower bound of
//! it to each upper bound; what is left without variables must hold. Two steps make it one for
//! whole numbers (Pugh's Omega test, 1991): equations are eliminated exactly, with a new variable
//! where no coefficient is 1, and an inequality is divided by the greatest common divisor of its
//! coefficients, its constant rounded to the tighter side. An answer "none" is always right; "maybe"
//! may be wrong, and is also what large numbers or large systems give.

use crate::seeded::{Bug, is};

/// Coefficients, the constant last.
pub type Row = Vec<i128>;

/// Inequalities beyond which the answer is "maybe".
const MOST_ROWS: usize = 400;
/// Numbers beyond which the answer is "maybe".
const MOST: i128 = 1 << 100;

/// Equations `row = 0` and inequalities `row ≥ 0` over `vars` variables.
#[derive(Clone, Debug, Default)]
pub struct System {
    pub vars: usize,
    pub zero: Vec<Row>,
    pub above: Vec<Row>,
}

type Step<T = ()> = Result<T, Stop>;
/// Why the elimination ended.
enum Stop {
    NoSolution,
    Unknown,
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

fn divisor(row: &[i128]) -> i128 {
    row[..row.len() - 1].iter().fold(0, |g, c| gcd(g, *c))
}

/// `a * x + b * y`.
fn combine(a: i128, x: &[i128], b: i128, y: &[i128]) -> Step<Row> {
    let one = |(x, y): (&i128, &i128)| {
        let sum = a.checked_mul(*x)?.checked_add(b.checked_mul(*y)?)?;
        (sum.abs() < MOST).then_some(sum)
    };
    x.iter().zip(y).map(one).collect::<Option<Row>>().ok_or(Stop::Unknown)
}

impl System {
    /// Whether there is surely no solution.
    pub fn is_empty(mut self) -> bool {
        matches!(self.solve(), Err(Stop::NoSolution))
    }

    fn solve(&mut self) -> Step {
        loop {
            self.equations()?;
            self.tighten()?;
            if !self.zero.is_empty() {
                continue;
            }
            let Some(var) = self.cheapest() else { return Ok(()) };
            self.eliminate(var)?;
        }
    }

    /// Eliminates every equation.
    fn equations(&mut self) -> Step {
        while let Some(mut row) = self.zero.pop() {
            let g = divisor(&row);
            let last = row.len() - 1;
            if g == 0 {
                if row[last] != 0 {
                    return Err(Stop::NoSolution);
                }
                continue;
            }
            if row[last] % g != 0 {
                return Err(Stop::NoSolution);
            }
            row.iter_mut().for_each(|c| *c /= g);
            let smallest = (0..last).filter(|v| row[*v] != 0).min_by_key(|v| row[*v].abs());
            let var = smallest.expect("a coefficient is not 0");
            if row[var].abs() == 1 {
                self.substitute(var, &row)?;
            } else {
                self.widen(var, row)?;
            }
        }
        Ok(())
    }

    /// Replaces `var` by what an equation with coefficient 1 or -1 says of it.
    fn substitute(&mut self, var: usize, row: &[i128]) -> Step {
        for other in self.zero.iter_mut().chain(&mut self.above) {
            if other[var] != 0 {
                let sign = -other[var] * row[var];
                *other = combine(1, other, sign, row)?;
            }
        }
        Ok(())
    }

    /// Adds a variable in whose terms `var` has a coefficient of 1 (Knuth's and Pugh's step).
    fn widen(&mut self, var: usize, row: Row) -> Step {
        let m = row[var].abs() + 1;
        let near = |c: i128| c - m * (2 * c + m).div_euclid(2 * m);
        let add = |row: &mut Row, c: i128| {
            let last = row.pop().expect("a row has a constant");
            row.extend([c, last]);
        };
        let mut definition: Row = row.iter().map(|c| near(*c)).collect();
        add(&mut definition, -m);
        self.vars += 1;
        self.zero.iter_mut().chain(&mut self.above).for_each(|r| add(r, 0));
        let mut row = row;
        add(&mut row, 0);
        self.zero.push(row);
        self.substitute(var, &definition)
    }

    /// Divides, drops what says nothing new, and finds pairs that are an equation.
    fn tighten(&mut self) -> Step {
        let mut kept: std::collections::BTreeMap<Row, i128> = Default::default();
        for mut row in std::mem::take(&mut self.above) {
            let g = divisor(&row);
            let k = row.pop().expect("a row has a constant");
            if g == 0 {
                if k < 0 {
                    return Err(Stop::NoSolution);
                }
                continue;
            }
            row.iter_mut().for_each(|c| *c /= g);
            let k = k.div_euclid(g) - i128::from(g > 1 && is(Bug::Rounding));
            kept.entry(row).and_modify(|old| *old = (*old).min(k)).or_insert(k);
        }
        for (row, k) in &kept {
            let opposite: Row = row.iter().map(|c| -c).collect();
            match kept.get(&opposite).map(|other| k + other) {
                Some(room) if room < 0 => return Err(Stop::NoSolution),
                Some(0) if *row > opposite => {
                    let mut equation = row.clone();
                    equation.push(*k);
                    self.zero.push(equation);
                }
                _ => {}
            }
        }
        self.above = kept
            .into_iter()
            .map(|(mut row, k)| {
                row.push(k);
                row
            })
            .collect();
        Ok(())
    }

    /// The variable to eliminate: one whose elimination loses no whole numbers, and adds fewest rows.
    fn cheapest(&self) -> Option<usize> {
        let cost = |v: usize| {
            let most = |sign: i128| self.above.iter().map(|r| r[v] * sign).max().unwrap_or(0);
            let (up, down) = self.above.iter().fold((0, 0), |(up, down), r| {
                (up + usize::from(r[v] > 0), down + usize::from(r[v] < 0))
            });
            (up + down > 0).then_some((most(1) > 1 && most(-1) > 1, most(1).max(most(-1)) > 1, up * down, v))
        };
        (0..self.vars).filter_map(cost).min().map(|(.., v)| v)
    }

    fn eliminate(&mut self, var: usize) -> Step {
        let (with, mut rest): (Vec<Row>, Vec<Row>) =
            std::mem::take(&mut self.above).into_iter().partition(|r| r[var] != 0);
        let (up, down): (Vec<Row>, Vec<Row>) = with.into_iter().partition(|r| r[var] > 0);
        for u in &up {
            for d in &down {
                rest.push(combine(-d[var], u, u[var], d)?);
            }
        }
        if rest.len() > MOST_ROWS {
            return Err(Stop::Unknown);
        }
        self.above = rest;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn system(vars: usize, zero: &[&[i128]], above: &[&[i128]]) -> System {
        let rows = |all: &[&[i128]]| all.iter().map(|r| r.to_vec()).collect();
        System {
            vars,
            zero: rows(zero),
            above: rows(above),
        }
    }

    #[test]
    fn whole_numbers_are_told_from_fractions() {
        assert!(system(2, &[&[2, -4, 1]], &[]).is_empty());
        assert!(!system(2, &[&[2, -4, 2]], &[]).is_empty());
        // 3x = 5y + 1 within 1 ≤ x, y ≤ 1.
        let bounds: [&[i128]; 4] = [&[1, 0, -1], &[-1, 0, 1], &[0, 1, -1], &[0, -1, 1]];
        assert!(system(2, &[&[3, -5, -1]], &bounds).is_empty());
        // x = 2, y = 1.
        let bounds: [&[i128]; 4] = [&[1, 0, -1], &[-1, 0, 2], &[0, 1, -1], &[0, -1, 1]];
        assert!(!system(2, &[&[3, -5, -1]], &bounds).is_empty());
    }

    /// Every system over a small box against each of its points.
    #[test]
    fn an_empty_system_has_no_point() {
        let mut seed = 1u64;
        let mut draw = |n: u64| {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            ((seed >> 33) % n) as i128
        };
        let (mut empty, mut wrong) = (0, 0);
        for _ in 0..20_000 {
            let mut s = system(3, &[], &[]);
            for v in 0..3 {
                let (mut low, mut high) = (vec![0; 4], vec![0; 4]);
                (low[v], low[3], high[v], high[3]) = (1, 0, -1, 4);
                s.above.extend([low, high]);
            }
            for _ in 0..1 + draw(2) {
                s.zero.push((0..4).map(|_| draw(9) - 4).collect());
            }
            for _ in 0..draw(3) {
                s.above.push((0..4).map(|_| draw(9) - 4).collect());
            }
            let points = (0..125).map(|n| [n % 5, n / 5 % 5, n / 25]);
            let at = |r: &Row, p: &[i128; 3]| r[0] * p[0] + r[1] * p[1] + r[2] * p[2] + r[3];
            let mut points =
                points.filter(|p| s.zero.iter().all(|r| at(r, p) == 0) && s.above.iter().all(|r| at(r, p) >= 0));
            let any = points.next().is_some();
            let answer = s.clone().is_empty();
            assert!(!(answer && any), "{s:?}");
            empty += u32::from(!any);
            wrong += u32::from(!any && !answer);
        }
        assert!(empty > 5_000 && wrong * 50 < empty, "{wrong} of {empty} are missed");
    }
}
