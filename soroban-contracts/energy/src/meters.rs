//! What a system's meters reported: which readings are believed, and what each meter had counted at the end of an
//! interval. Decides; stores nothing.

use crate::{
    billing,
    error::EnergyError,
    types::{MeterHead, Reading},
};
use heliobond_common::api::registry::{Meter, MeterKind};
use soroban_sdk::{contracttype, BytesN, Vec};

/// How far a meter's clock may be ahead of the ledger's, which moves in steps of some seconds.
pub const CLOCK_TOLERANCE_SECS: u64 = 60;

/// Registers at a time: Unix seconds, then watt-hours generated, consumed and exported since the contract knows the
/// meter, through all its epochs. Stored as a tuple.
#[contracttype(export = false)]
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Point(pub u64, pub u64, pub u64, pub u64);

impl Point {
    /// The registers at `time` between this point and a later one, on the straight line between the two, rounded down.
    fn towards(self, later: Self, time: u64) -> Self {
        let Self(at, generated, consumed, exported) = self;
        let elapsed = u128::from(time.saturating_sub(at));
        let whole = u128::from(later.0.saturating_sub(at)).max(1);
        // At most the later register, so it fits.
        let on_line = |a: u64, b: u64| a + (u128::from(b.saturating_sub(a)) * elapsed / whole) as u64;
        Self(time, on_line(generated, later.1), on_line(consumed, later.2), on_line(exported, later.3))
    }
}

/// What is known of a meter. Its place in the registry never changes, so it is kept along.
#[contracttype(export = false)]
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Slot {
    pub meter: u32,
    pub kind: MeterKind,
    pub party: u32,
    /// The last reading, as signed.
    pub head: MeterHead,
    /// Hash of its leaf.
    pub leaf: BytesN<32>,
    /// What statements have counted.
    pub counted: Point,
    /// The last reading known that is not after the end of the open interval, or `counted`.
    pub before: Point,
    /// The last reading.
    pub last: Point,
}

impl Slot {
    /// A meter's first reading: what it counts begins there.
    pub fn first(meter: &Meter, reading: &Reading, leaf: BytesN<32>) -> Self {
        let point = Point(reading.at, 0, 0, 0);
        Self {
            meter: reading.meter,
            kind: meter.kind,
            party: meter.party,
            head: head_of(reading),
            leaf,
            counted: point,
            before: point,
            last: point,
        }
    }

    /// Takes a reading that was judged; `boundary` is the end of the open interval. The first reading of a new epoch
    /// goes on where the last of the old one stopped.
    ///
    /// # Errors
    /// * [`EnergyError::Overflow`] - When a sum exceeds `u64`.
    pub fn take(&mut self, reading: &Reading, leaf: BytesN<32>, boundary: u64) -> Result<(), EnergyError> {
        let add = |total: u64, new: u64, old: u64| {
            let rise = if reading.epoch == self.head.epoch { new.saturating_sub(old) } else { 0 };
            total.checked_add(rise).ok_or(EnergyError::Overflow)
        };
        let next = Point(
            reading.at,
            add(self.last.1, reading.generated_wh, self.head.generated_wh)?,
            add(self.last.2, reading.consumed_wh, self.head.consumed_wh)?,
            add(self.last.3, reading.exported_wh, self.head.exported_wh)?,
        );
        if self.last.0 <= boundary {
            self.before = self.last;
        }
        self.last = next;
        self.head = head_of(reading);
        self.leaf = leaf;
        Ok(())
    }

    /// What the meter had counted at `to`. Never falls with `to`, never exceeds the last reading.
    pub fn at(&self, to: u64) -> Point {
        if self.last.0 <= to {
            self.last
        } else if self.before.0 <= to {
            self.before.towards(self.last, to)
        } else if self.counted.0 <= to {
            self.counted.towards(self.before, to)
        } else {
            self.counted
        }
    }

    /// Counts everything until `to`.
    pub fn count(&mut self, to: u64) {
        self.counted = self.at(to);
        if self.before.0 < self.counted.0 {
            self.before = self.counted;
        }
    }
}

fn head_of(reading: &Reading) -> MeterHead {
    let Reading { epoch, seq, at, generated_wh, consumed_wh, exported_wh, .. } = *reading;
    MeterHead { epoch, seq, at, generated_wh, consumed_wh, exported_wh }
}

/// Whether a reading is believed, but for its signature: of that meter and epoch, later than the last one, not in the
/// future, its registers never falling nor rising by more than the meter can measure.
///
/// # Errors
/// * The refusals of `report`.
pub fn judge(
    reading: &Reading,
    meter: &Meter,
    before: Option<&MeterHead>,
    open_from: u64,
    now: u64,
) -> Result<(), EnergyError> {
    if meter.system != reading.system {
        return Err(EnergyError::UnknownMeter);
    }
    if meter.revoked {
        return Err(EnergyError::MeterRevoked);
    }
    if reading.epoch != meter.epoch {
        return Err(EnergyError::WrongEpoch);
    }
    if reading.at > now.saturating_add(CLOCK_TOLERANCE_SECS) {
        return Err(EnergyError::ReadingInFuture);
    }
    let is_foreign = match meter.kind {
        MeterKind::Site => reading.consumed_wh != 0,
        MeterKind::Load => reading.generated_wh != 0 || reading.exported_wh != 0,
        MeterKind::Combined => false,
    };
    if is_foreign {
        return Err(EnergyError::ForeignRegister);
    }
    let Some(before) = before else {
        // What was measured before the open interval is nobody's bill.
        return if reading.at < open_from { Err(EnergyError::TimeFell) } else { Ok(()) };
    };
    if (reading.epoch, reading.seq) <= (before.epoch, before.seq) {
        return Err(EnergyError::SeqNotGrowing);
    }
    if reading.at < before.at {
        return Err(EnergyError::TimeFell);
    }
    if reading.epoch != before.epoch {
        return Ok(());
    }
    // Either end may be off by its fraction of a second and of a watt-hour.
    let elapsed = (reading.at - before.at).saturating_add(1);
    let bound = billing::bound_wh(meter.capacity_w, elapsed).saturating_add(1);
    let registers = [
        (before.generated_wh, reading.generated_wh),
        (before.consumed_wh, reading.consumed_wh),
        (before.exported_wh, reading.exported_wh),
    ];
    for (old, new) in registers {
        let rise = new.checked_sub(old).ok_or(EnergyError::RegisterFell)?;
        if rise > bound {
            return Err(EnergyError::ImpossibleJump);
        }
    }
    Ok(())
}

/// Where a meter stands in the list, or where it belongs.
pub fn position(slots: &Vec<Slot>, meter: u32) -> (u32, Option<Slot>) {
    for (index, slot) in (0..).zip(slots.iter()) {
        if slot.meter >= meter {
            let found = if slot.meter == meter { Some(slot) } else { None };
            return (index, found);
        }
    }
    (slots.len(), None)
}
