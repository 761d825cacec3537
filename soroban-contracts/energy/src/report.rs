//! Direct mode: a meter's own signed reading, and the statements that follow from what all meters reported.

use crate::{
    error::EnergyError,
    events::{Reported, StatementRefused},
    meters::{self, Slot},
    sharing::MAX_PARTIES,
    statement,
    storage::{self, SystemHead},
    types::{Config, Reading, Source, Statement},
};
use heliobond_common::{
    api::{
        registry::{Meter, MeterKind, RegistryClient},
        tariff::TariffClient,
    },
    governance, merkle,
};
use soroban_sdk::{xdr::ToXdr, Bytes, BytesN, Env, Vec};

/// What a reading's signed bytes begin with.
const DOMAIN: &[u8; 8] = b"HBREAD01";
/// Where the 32 bytes of a contract's id stand in the XDR of its address.
const CONTRACT_ID_OFFSET: u32 = 8;
const MEASURED: u32 = 0;
/// How many meters a call finds revoked in the registry.
const MAX_QUESTIONS: u32 = 8;

/// The 124 bytes that a meter signs, big-endian.
pub fn signed_bytes(e: &Env, reading: &Reading) -> Bytes {
    let mut bytes = Bytes::from_slice(e, DOMAIN);
    bytes.append(&Bytes::from(e.ledger().network_id()));
    bytes.append(&e.current_contract_address().to_xdr(e).slice(CONTRACT_ID_OFFSET..));
    for field in [reading.system, reading.meter, reading.epoch] {
        bytes.extend_from_array(&field.to_be_bytes());
    }
    let Reading { seq, at, generated_wh, consumed_wh, exported_wh, .. } = *reading;
    for field in [seq, at, generated_wh, consumed_wh, exported_wh] {
        bytes.extend_from_array(&field.to_be_bytes());
    }
    bytes
}

/// Takes a reading and returns its meter; then closes the open interval if every meter that is not revoked has reported
/// its end. While the contract is paused no interval closes.
///
/// # Errors
/// * The refusals of `report`.
///
/// # Panics
/// In the host, if the signature is not the meter's over these bytes, on this network and for this contract.
///
/// # Events
/// * [`Reported`], then those of a final statement, or [`StatementRefused`].
pub fn take(e: &Env, reading: &Reading, signature: &BytesN<64>) -> Result<Meter, EnergyError> {
    let head = storage::system(e, reading.system)?;
    if head.source != Source::Direct {
        return Err(EnergyError::WrongSource);
    }
    let config = storage::config(e);
    let registry = RegistryClient::new(e, &config.registry);
    let Ok(Ok(meter)) = registry.try_meter(&reading.meter) else {
        return Err(EnergyError::UnknownMeter);
    };
    let mut slots = storage::meters(e, reading.system);
    let (index, slot) = meters::position(&slots, reading.meter);
    let now = e.ledger().timestamp();
    meters::judge(reading, &meter, slot.as_ref().map(|slot| &slot.head), head.next_from, now)?;
    let mut bytes = signed_bytes(e, reading);
    e.crypto().ed25519_verify(&meter.key, &bytes, signature);
    bytes.append(&Bytes::from(signature.clone()));
    let leaf = merkle::leaf(e, &bytes);

    let boundary = boundary_after(&config, head.next_from)?;
    match slot {
        Some(mut slot) => {
            slot.take(reading, leaf, boundary)?;
            slots.set(index, slot);
        }
        None => slots.insert(index, Slot::first(&meter, reading, leaf)),
    }
    let Reading { system, meter: id, epoch, seq, at, .. } = *reading;
    Reported { system, meter: id, epoch, seq, at }.publish(e);
    if reading.at >= boundary && !governance::paused(e) {
        close(e, &config, head, &registry, &mut slots, system)?;
    }
    storage::set_meters(e, system, &slots);
    Ok(meter)
}

/// The first end of an interval after a time.
fn boundary_after(config: &Config, time: u64) -> Result<u64, EnergyError> {
    (time / config.interval_secs)
        .checked_add(1)
        .and_then(|intervals| intervals.checked_mul(config.interval_secs))
        .ok_or(EnergyError::Overflow)
}

/// Makes a statement of what the meters reported, from where the last one ended to the last end of an interval that
/// every meter has reported and that has passed, or to the first change of a price before that.
fn close(
    e: &Env,
    config: &Config,
    head: SystemHead,
    registry: &RegistryClient,
    slots: &mut Vec<Slot>,
    system: u32,
) -> Result<(), EnergyError> {
    let from = head.next_from;
    let Some(counting) = reported_until(e, registry, slots, system, boundary_after(config, from)?) else {
        return Ok(());
    };
    let (meters, reported) = counting;
    let reached = reported.min(e.ledger().timestamp());
    let mut to = reached - reached % config.interval_secs;
    if to <= from {
        return Ok(());
    }
    let tariff = TariffClient::new(e, &config.tariff);
    let changes = [&config.retail, &config.export].map(|asset| tariff.next_change(asset, &from));
    for change in changes.into_iter().chain([head.concluded_at]).flatten() {
        if change > from {
            to = to.min(change);
        }
    }

    let mut consumed_wh = [0_u64; MAX_PARTIES];
    let (mut generated_wh, mut exported_wh) = (0_u64, 0_u64);
    let mut leaves = Vec::new(e);
    for slot in slots.iter().filter(|slot| meters.contains(slot.meter)) {
        let (then, now) = (slot.counted, slot.at(to));
        generated_wh = add(generated_wh, now.1 - then.1)?;
        exported_wh = add(exported_wh, now.3 - then.3)?;
        if slot.kind != MeterKind::Site {
            let consumed = consumed_wh.get_mut(slot.party as usize).ok_or(EnergyError::WrongParties)?;
            *consumed = add(*consumed, now.2 - then.2)?;
        }
        leaves.push_back(slot.leaf.clone());
    }
    let statement = Statement {
        system,
        index: head.next_index,
        from,
        to,
        generated_wh,
        exported_wh,
        consumed_wh: Vec::from_slice(e, consumed_wh.get(..head.party_count as usize).unwrap_or_default()),
        readings_root: root(e, leaves),
        quality: MEASURED,
        generated_correction_wh: 0,
        exported_correction_wh: 0,
    };
    let index = statement.index;
    match statement::check(e, &head, &statement).and_then(|()| statement::prices(e, config, &head, &statement)) {
        Ok(prices) => {
            let hash = statement::hash(e, &statement);
            statement::finish(e, config, head, &statement, hash, &prices)?;
        }
        Err(refusal) => {
            StatementRefused { system, index, to, code: refusal as u32 }.publish(e);
            return Ok(());
        }
    }
    for (at, mut slot) in (0..).zip(slots.clone().iter()) {
        slot.count(to);
        slots.set(at, slot);
    }
    Ok(())
}

/// The system's meters that count, and until when each of them has reported, if that is `boundary` at least.
///
/// What a meter reported before it was revoked counts; one that has not reported the end of the interval is asked for in
/// the registry, once: revoked meters stay so. Each question costs memory, so a call asks for a few and remembers.
fn reported_until(
    e: &Env,
    registry: &RegistryClient,
    slots: &Vec<Slot>,
    system: u32,
    boundary: u64,
) -> Option<(Vec<u32>, u64)> {
    let mut revoked = storage::revoked_meters(e, system);
    let known = revoked.len();
    let mut meters = Vec::new(e);
    let mut until = u64::MAX;
    let mut is_complete = true;
    for meter in registry.system(&system).meters.iter() {
        let last = meters::position(slots, meter).1.map_or(0, |slot| slot.last.0);
        if last >= boundary {
            until = until.min(last);
            meters.push_back(meter);
        } else if !revoked.contains(meter) {
            if revoked.len() - known >= MAX_QUESTIONS || !registry.meter(&meter).revoked {
                is_complete = false;
                break;
            }
            revoked.push_back(meter);
        }
    }
    if revoked.len() > known {
        storage::set_revoked_meters(e, system, &revoked);
    }
    (is_complete && !meters.is_empty()).then_some((meters, until))
}

fn add(a: u64, b: u64) -> Result<u64, EnergyError> {
    a.checked_add(b).ok_or(EnergyError::Overflow)
}

/// The Merkle root over leaves that are hashed already.
fn root(e: &Env, mut level: Vec<BytesN<32>>) -> BytesN<32> {
    while level.len() > 1 {
        let mut above = Vec::new(e);
        let mut pairs = level.iter();
        while let Some(left) = pairs.next() {
            above.push_back(match pairs.next() {
                Some(right) => merkle::node(e, &left, &right),
                None => left,
            });
        }
        level = above;
    }
    level.first().unwrap_or_else(|| BytesN::from_array(e, &[0; 32]))
}
