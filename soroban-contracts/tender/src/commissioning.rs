//! The metered test that makes the system live.

use crate::error::TenderError;
use crate::events::{Live, TestStarted};
use crate::storage;
use crate::types::Stage;
use crate::works::Contract;
use heliobond_common::api::energy::{Attested, EnergyClient};
use heliobond_common::api::offering::OfferingClient;
use soroban_sdk::Env;

/// Starts a test, or another one when the last can no longer succeed. The contractor signs.
///
/// Energy and time count from the end of the last measured statement, so that what was generated before the test cannot
/// be in it, and a meter that was silent cannot pass for one that measured.
pub fn start(e: &Env, number: u32) -> Result<(), TenderError> {
    let mut contract = Contract::read(e, number, &[Stage::Works])?;
    contract.contractor.require_auth();
    require_needed(e, &contract)?;
    let attested = attested(e);
    if let Some(from) = contract.tender.test_from {
        if attested.measured_to.saturating_sub(from) < contract.terms.window_secs {
            return Err(TenderError::TestRunning);
        }
    }
    let Attested { measured_to: from, measured_wh: from_wh, .. } = attested;
    contract.tender.test_from = Some(from);
    contract.tender.test_from_wh = from_wh;
    storage::set_tender(e, number, &contract.tender);
    TestStarted { tender: number, from, from_wh }.publish(e);
    Ok(())
}

/// Passes the test when enough energy was measured within its window, and announces the system live, once. Anyone may
/// call it, again and again.
pub fn commission(e: &Env, number: u32) -> Result<(), TenderError> {
    let contract = Contract::read(e, number, &[Stage::Works])?;
    require_needed(e, &contract)?;
    let from = contract.tender.test_from.ok_or(TenderError::NoTest)?;
    let attested = attested(e);
    let within_secs = attested.measured_to.saturating_sub(from);
    // A correction may have lowered the register since.
    let measured_wh = attested.measured_wh.saturating_sub(contract.tender.test_from_wh);
    if within_secs > contract.terms.window_secs || measured_wh < contract.terms.required_wh {
        return Err(TenderError::NotEnoughEnergy);
    }
    storage::set_live(e);
    if !matches!(OfferingClient::new(e, &storage::offering(e)).try_go_live(), Ok(Ok(()))) {
        return Err(TenderError::GoLiveRefused);
    }
    Live { tender: number, measured_wh, within_secs }.publish(e);
    Ok(())
}

fn require_needed(e: &Env, contract: &Contract) -> Result<(), TenderError> {
    if contract.terms.required_wh == 0 || storage::live_at(e).is_some() {
        return Err(TenderError::NoTestNeeded);
    }
    Ok(())
}

fn attested(e: &Env) -> Attested {
    let links = OfferingClient::new(e, &storage::offering(e)).links();
    EnergyClient::new(e, &links.energy).attested(&links.system)
}
