//! Random kernels of the intermediate representation.

use std::panic::catch_unwind;

use hoist_fuzz::ir::run;
use hoist_fuzz::{bytes, inputs};

#[test]
fn what_is_valid_is_printed() {
    let one = std::env::var("HOIST_FUZZ_SEED")
        .ok()
        .and_then(|n| n.parse::<u64>().ok());
    let seeds = one.map_or(0..inputs(4000), |seed| seed..seed + 1);
    let all = seeds.end - seeds.start;
    let (mut wrong, mut valid, mut printed) = (0, 0, 0);
    for seed in seeds {
        match catch_unwind(|| run(&bytes(seed, 600))) {
            Ok(seen) => {
                valid += u64::from(seen.valid);
                printed += u64::from(seen.printed);
            }
            Err(_) => {
                println!("seed {seed}");
                wrong += 1;
            }
        }
    }
    println!("{all} kernels, {valid} valid, {printed} texts");
    assert_eq!(wrong, 0, "kernels made a pass or an emitter panic");
    assert!(
        all < 100 || (valid > all / 20 && printed > valid),
        "most kernels are wrong"
    );
}
