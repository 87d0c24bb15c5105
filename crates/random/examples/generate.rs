//! Prints random kernels: `cargo run -p hoist-random --example generate -- COUNT SEED`.

fn main() {
    let mut args = std::env::args().skip(1).filter_map(|a| a.parse().ok());
    let (count, seed) = (args.next().unwrap_or(50u64), args.next().unwrap_or(1));
    print!("{}", hoist_random::generate::file(count as u32, seed));
}
