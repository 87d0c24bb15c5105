//! `spmv`: a sparse matrix in compressed rows, times a vector.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, line};
use crate::inputs::{Inputs, uniform};
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// `y = A x`; row `r` has the elements `rows[r]` to `rows[r + 1]` of `columns` and `values`.
#[kernel]
pub fn spmv(rows: &[u32], columns: &[u32], values: &[f32], x: &[f32], y: &mut [f32]) {
    for r in par(0..y.len()) {
        let mut sum = 0.0;
        for k in rows[r] as usize..rows[r + 1] as usize {
            sum += values[k] * x[columns[k] as usize];
        }
        y[r] = sum;
    }
}

/// Elements of the longest row.
const MOST: usize = 32;

pub(crate) const CASE: Case = Case {
    name: "spmv",
    // A running sum of rounded products.
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.51 * (MOST + 1) as f64),
    },
    plain: |_| Tolerance::Ulp(0.51 * (MOST + 1) as f64),
    unit: "rows",
    size: 1 << 17,
    special: true,
    stored: |n| n * (12 + 8 * MOST as u128 / 2),
    work: Work {
        items: line,
        // On average half of the longest row.
        bytes: 12.0 + 6.0 * MOST as f64,
        flops: |_| MOST as f64,
    },
    start: |g| Box::new(Arguments::new(g)),
    picture: None,
    explain: spmv::explain,
    source: spmv::source,
};

struct Arguments {
    rows: Slice<u32>,
    columns: Slice<u32>,
    values: Slice<f32>,
    x: Slice<f32>,
    y: Slice<f32>,
}

impl Arguments {
    fn new(g: &mut Inputs) -> Self {
        let n = g.size;
        let mut rows = vec![0u32];
        for u in uniform(n, g.seed ^ 1) {
            rows.push(rows[rows.len() - 1] + (u * (MOST + 1) as f32) as u32);
        }
        let all = rows[n] as usize;
        let columns: Vec<u32> = uniform(all, g.seed ^ 2).iter().map(|u| (u * n as f32) as u32).collect();
        let columns: Vec<u32> = columns.iter().map(|c| (*c).min(n as u32 - 1)).collect();
        let (values, x) = (g.floats(all, -1.0, 1.0, 611), g.floats(n, -1.0, 1.0, 6007));
        Arguments {
            rows: g.read(&rows),
            columns: g.read(&columns),
            values: g.read(&values),
            x: g.read(&x),
            y: g.written(n),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments {
            rows,
            columns,
            values,
            x,
            y,
        } = self;
        match on {
            On::Plain => spmv(rows.host(), columns.host(), values.host(), x.host(), y.host_mut()),
            On::Slices(d) => spmv::run(d, rows.host(), columns.host(), values.host(), x.host(), y.host_mut())?,
            On::Buffers(d) => spmv::run(d, rows.part(), columns.part(), values.part(), x.part(), y.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![
            &mut self.rows,
            &mut self.columns,
            &mut self.values,
            &mut self.x,
            &mut self.y,
        ]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let elements: Vec<(u32, f32)> = self
            .columns
            .host()
            .iter()
            .copied()
            .zip(self.values.host().iter().copied())
            .collect();
        let row = |ends: &[u32]| {
            let part = &elements[ends[0] as usize..ends[1] as usize];
            Wanted::sum(
                part.iter()
                    .map(|&(c, v)| f64::from(v) * f64::from(self.x.host()[c as usize])),
            )
        };
        vec![self.rows.host().windows(2).map(row).collect()]
    }
}
