export { CAST, type CastMember, type CastRole } from './stage/cast.ts'
export { createDevTools } from './stage/dev-tools.ts'
export { type Example, issueExample } from './stage/issue.ts'
export { openStage, type Stage } from './stage/testing.ts'
