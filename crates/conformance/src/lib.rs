//! Holds every device against the plain functions.

pub mod generate;
