//! One contestant: how it runs, and what it answers.

use crate::python::Python;
use crate::races::Race;
use std::time::Instant;

/// An array that kernels are given.
#[derive(Clone)]
pub enum Array {
    F(Vec<f32>),
    U(Vec<u32>),
    B(Vec<u8>),
}

impl Array {
    pub fn f(&self) -> &[f32] {
        match self {
            Array::F(x) => x,
            _ => &[],
        }
    }
    pub fn u(&self) -> &[u32] {
        match self {
            Array::U(x) => x,
            _ => &[],
        }
    }
    pub fn b(&self) -> &[u8] {
        match self {
            Array::B(x) => x,
            _ => &[],
        }
    }
    pub fn len(&self) -> usize {
        match self {
            Array::F(x) => x.len(),
            Array::U(x) => x.len(),
            Array::B(x) => x.len(),
        }
    }
    pub fn pointer(&mut self) -> *mut std::ffi::c_void {
        match self {
            Array::F(x) => x.as_mut_ptr().cast(),
            Array::U(x) => x.as_mut_ptr().cast(),
            Array::B(x) => x.as_mut_ptr().cast(),
        }
    }
    /// Its elements as numbers.
    pub fn numbers(&self) -> Vec<f64> {
        match self {
            Array::F(x) => x.iter().map(|x| f64::from(*x)).collect(),
            Array::U(x) => x.iter().map(|x| f64::from(*x)).collect(),
            Array::B(x) => x.iter().map(|x| f64::from(*x)).collect(),
        }
    }
    /// NumPy's name of its type, and its bytes.
    pub fn bytes(&self) -> (&'static str, Vec<u8>) {
        match self {
            Array::F(x) => ("f4", x.iter().flat_map(|x| x.to_le_bytes()).collect()),
            Array::U(x) => ("u4", x.iter().flat_map(|x| x.to_le_bytes()).collect()),
            Array::B(x) => ("u1", x.clone()),
        }
    }
}

/// What a contestant may do with floats.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// As written.
    Strict,
    /// Reassociated, contracted, approximate.
    Fast,
}

type Call = Box<dyn FnMut(&mut [Array])>;

/// How it runs.
pub enum Runs {
    /// In this process, on arrays of its own.
    Here { arrays: Vec<Array>, call: Call },
    /// By the Python process, which has the arrays and the clock.
    Python { table: &'static str, threads: usize },
}

pub struct Entry {
    pub who: String,
    pub rules: Rules,
    pub name: &'static str,
    pub sizes: Vec<usize>,
    pub runs: Runs,
}

impl Entry {
    /// One call, in milliseconds.
    pub fn run(&mut self, python: &mut Python) -> Result<f64, String> {
        match &mut self.runs {
            Runs::Here { arrays, call } => {
                let began = Instant::now();
                call(arrays);
                Ok(began.elapsed().as_secs_f64() * 1e3)
            }
            Runs::Python { table, threads } => python.run(self.name, table, *threads, &self.sizes),
        }
    }
    /// What the last call made.
    pub fn output(&mut self, race: &Race, python: &mut Python) -> Result<Vec<f64>, String> {
        match &self.runs {
            Runs::Here { arrays, .. } => Ok(arrays[race.output].numbers()),
            Runs::Python { table, threads } => python.output(race, table, *threads),
        }
    }
}
