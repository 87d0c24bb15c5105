use hoist::prelude::*;

#[kernel]
fn running(y: &mut [f32]) -> u32 {
    for i in par(1..y.len()) {
        y[i] = y[i] + y[i - 1];
    }
    3
}

#[kernel]
fn sized<const N: usize>(x: &Vec<f32>, y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[i] * N as f32;
    }
}

fn main() -> Result<(), Error> {
    let d = Device::open("cpu")?;
    let mut y = vec![1.0; 9];
    let n: u32 = running::run(&d, &mut y)?;
    sized::run::<4>(&d, &vec![2.0], &mut y)?;
    println!("{n} {} {}", running::explain(), running::source(Target::Wgsl)?);
    let (q, mut b) = (Queue::new(&d)?, d.upload(&y)?);
    let _: u32 = running::launch(&q, &mut b)?.wait()?;
    Ok(())
}
