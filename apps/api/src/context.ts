import 'reflect-metadata';
import type { Kysely } from 'kysely';
import { AccountEditor } from './features/accounts/account.editor.ts';
import { AccountRepository } from './features/accounts/account.repository.ts';
import { AccountService } from './features/accounts/account.service.ts';
import type { ReadHeader } from './features/accounts/snapshot-check.ts';
import { EvidenceRepository } from './features/findings/evidence.repository.ts';
import { EvidenceService } from './features/findings/evidence.service.ts';
import { FindingCountRepository } from './features/findings/finding-count.repository.ts';
import { FindingFacets } from './features/findings/finding-facets.ts';
import { FindingGroupRepository } from './features/findings/finding-group.repository.ts';
import { FindingGroups } from './features/findings/finding-group.service.ts';
import { FindingRemediation } from './features/findings/finding-remediation.ts';
import { FindingRepository } from './features/findings/finding.repository.ts';
import { FindingService } from './features/findings/finding.service.ts';
import { ResourceNameRepository } from './features/findings/resource-name.repository.ts';
import { SuggestionService } from './features/findings/suggestion.service.ts';
import { TagRepository } from './features/findings/tag.repository.ts';
import { TimelineRepository } from './features/findings/timeline.repository.ts';
import { Timelines } from './features/findings/timeline.service.ts';
import { FrameworkService } from './features/frameworks/framework.service.ts';
import { PostureService } from './features/posture/posture.service.ts';
import { TrendRepository } from './features/posture/trend.repository.ts';
import { TrendService } from './features/posture/trend.service.ts';
import { RuleResultRepository } from './features/posture/rule-result.repository.ts';
import { RuleResultService } from './features/posture/rule-result.service.ts';
import { ResourceHistoryRepository } from './features/resources/resource-history.repository.ts';
import { ResourceHistory } from './features/resources/resource-history.service.ts';
import { ResourceRepository } from './features/resources/resource.repository.ts';
import { ResourceService } from './features/resources/resource.service.ts';
import type { RuleCatalogue } from './features/rules/rule-catalogue.ts';
import { RuleService } from './features/rules/rule.service.ts';
import { Rechecks } from './features/scans/recheck.service.ts';
import { ScanControl } from './features/scans/scan-control.ts';
import { ScanDiffRepository } from './features/scans/scan-diff.repository.ts';
import { ScanDiffs } from './features/scans/scan-diff.service.ts';
import { ScanEventService } from './features/scans/scan-event.service.ts';
import { ScanRepository } from './features/scans/scan.repository.ts';
import { ScanService } from './features/scans/scan.service.ts';
import { ServerInfoService } from './features/server-info/server-info.service.ts';
import type { AccountRemovals } from './removal/account-removals.ts';
import type { ScanRunner } from './scan/scan-runner.ts';
import type { Tables } from './store/tables.ts';

/** What lives as long as the server. */
export interface Parts {
  readonly db: Kysely<Tables>;
  readonly scans: ScanRunner;
  readonly removals: AccountRemovals;
  readonly catalogue: RuleCatalogue;
  readonly readHeader: ReadHeader;
  readonly snapshotDirectory: string;
}

/** What resolvers work with. It lives for one request: its services remember what they have loaded. */
export type Context = ReturnType<typeof createContext>;

export function createContext({ db, scans: runner, removals, catalogue, readHeader, snapshotDirectory }: Parts) {
  const accountRepository = new AccountRepository(db);
  const scanRepository = new ScanRepository(db);
  const findingCounts = new FindingCountRepository(db);
  const accounts = new AccountService(accountRepository);
  const resources = new ResourceService(new ResourceRepository(db), accounts);
  const scans = new ScanService(scanRepository, accounts);
  const rules = new RuleService(catalogue);
  const findings = new FindingService(new FindingRepository(db), findingCounts, { accounts, catalogue });
  const ruleResults = new RuleResultService(new RuleResultRepository(db), accounts, catalogue);
  const findingFacets = new FindingFacets(findingCounts, accounts, catalogue);
  return {
    accounts,
    accountEditor: new AccountEditor(accounts, accountRepository, { readHeader, removals }),
    resources,
    resourceHistory: new ResourceHistory(new ResourceHistoryRepository(db)),
    rules,
    findings,
    frameworks: new FrameworkService(catalogue, ruleResults),
    posture: new PostureService(ruleResults, { catalogue, rules, findings }),
    trend: new TrendService(new TrendRepository(db), catalogue, scans),
    findingFacets,
    suggestions: new SuggestionService(findings, findingFacets, catalogue, {
      tags: new TagRepository(db),
      resourceNames: new ResourceNameRepository(db),
    }),
    timelines: new Timelines(new TimelineRepository(db), findings),
    findingGroups: new FindingGroups(new FindingGroupRepository(db), { accounts, resources, rules }),
    evidence: new EvidenceService(new EvidenceRepository(db), catalogue),
    remediation: new FindingRemediation(catalogue, accounts, resources),
    scans,
    scanControl: new ScanControl(scans, accounts, catalogue, runner),
    rechecks: new Rechecks(findings, scans, runner),
    scanDiffs: new ScanDiffs(new ScanDiffRepository(db), scans, findings),
    scanEvents: new ScanEventService(scanRepository, scans, runner),
    serverInfo: new ServerInfoService(accounts, catalogue, snapshotDirectory),
  };
}
