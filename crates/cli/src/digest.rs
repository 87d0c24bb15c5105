//! `hoist digest FILE…`: the SHA-256 of files, all at once.

use crate::out::say;
use clap::Args;
use hoist::Device;
use std::path::PathBuf;

/// What `digest` is asked.
#[derive(Args)]
pub struct Digest {
    /// The files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The device; the default is HOIST_DEVICE, or `cpu`
    #[arg(long)]
    on: Option<String>,
}

/// Prints a line a file, as `sha256sum` does: the digest, two spaces, the name. A file that can't be read is said on
/// standard error, and the others are digested all the same.
pub fn run(asked: &Digest) -> Result<bool, String> {
    let device = match &asked.on {
        Some(name) => Device::open(name),
        None => Device::auto(),
    };
    let device = device.map_err(|e| e.to_string())?;
    let read = asked.files.iter().filter_map(|file| match std::fs::read(file) {
        Ok(all) => Some((file, all)),
        Err(e) => {
            eprintln!("hoist: {}: {e}", file.display());
            None
        }
    });
    let (names, messages): (Vec<_>, Vec<_>) = read.unzip();
    let (words, blocks) = hoist_kernels::padded(&messages);
    let mut digests = vec![0; 8 * names.len()];
    hoist_kernels::sha256::run(&device, &words, &blocks, &mut digests).map_err(|e| e.to_string())?;
    for (name, digest) in names.iter().zip(digests.chunks(8)) {
        let hex: String = digest.iter().map(|w| format!("{w:08x}")).collect();
        say(&format!("{hex}  {}", name.display()));
    }
    Ok(names.len() == asked.files.len())
}
