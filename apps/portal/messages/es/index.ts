/** One file a page or part: a namespace of its own. What is added here is added to the other language too. */
import act from './act.json' with { type: 'json' }
import actForm from './actForm.json' with { type: 'json' }
import alarm from './alarm.json' with { type: 'json' }
import approver from './approver.json' with { type: 'json' }
import bill from './bill.json' with { type: 'json' }
import certificate from './certificate.json' with { type: 'json' }
import check from './check.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import decide from './decide.json' with { type: 'json' }
import draft from './draft.json' with { type: 'json' }
import draftRule from './draftRule.json' with { type: 'json' }
import energy from './energy.json' with { type: 'json' }
import enrol from './enrol.json' with { type: 'json' }
import eventNotice from './eventNotice.json' with { type: 'json' }
import home from './home.json' with { type: 'json' }
import invest from './invest.json' with { type: 'json' }
import issuer from './issuer.json' with { type: 'json' }
import issuerForm from './issuerForm.json' with { type: 'json' }
import launch from './launch.json' with { type: 'json' }
import market from './market.json' with { type: 'json' }
import network from './network.json' with { type: 'json' }
import offering from './offering.json' with { type: 'json' }
import operator from './operator.json' with { type: 'json' }
import pay from './pay.json' with { type: 'json' }
import portfolio from './portfolio.json' with { type: 'json' }
import problem from './problem.json' with { type: 'json' }
import queueError from './queueError.json' with { type: 'json' }
import queueKind from './queueKind.json' with { type: 'json' }
import readingRefusal from './readingRefusal.json' with { type: 'json' }
import refusal from './refusal.json' with { type: 'json' }
import signing from './signing.json' with { type: 'json' }
import site from './site.json' with { type: 'json' }
import status from './status.json' with { type: 'json' }
import system from './system.json' with { type: 'json' }
import tenderForm from './tenderForm.json' with { type: 'json' }
import tenderOffice from './tenderOffice.json' with { type: 'json' }
import tour from './tour.json' with { type: 'json' }
import user from './user.json' with { type: 'json' }
import wallet from './wallet.json' with { type: 'json' }
import works from './works.json' with { type: 'json' }
import yields from './yields.json' with { type: 'json' }

export default {
  act,
  actForm,
  alarm,
  approver,
  bill,
  certificate,
  check,
  common,
  decide,
  draft,
  draftRule,
  energy,
  enrol,
  eventNotice,
  home,
  invest,
  issuer,
  issuerForm,
  launch,
  market,
  network,
  offering,
  operator,
  pay,
  portfolio,
  problem,
  queueError,
  queueKind,
  readingRefusal,
  refusal,
  signing,
  site,
  status,
  system,
  tenderForm,
  tenderOffice,
  tour,
  user,
  wallet,
  works,
  yields,
}
