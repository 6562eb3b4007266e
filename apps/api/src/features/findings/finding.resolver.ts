import { Args, Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { DEFAULT_FACET_LIMIT, Facet, facetLimit } from '../../graphql/facet.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { Account } from '../accounts/account.type.ts';
import { Resource } from '../resources/resource.type.ts';
import { Audit } from '../rules/audit.type.ts';
import { Remediation } from '../rules/remediation.type.ts';
import { Rule } from '../rules/rule.type.ts';
import { Evidence, EvidenceItem } from './evidence.type.ts';
import { FindingsArgs } from './finding.args.ts';
import { FindingFacetFieldEnum, type FindingFacetField } from './finding.enums.ts';
import { FindingPage } from './finding.page.ts';
import { Finding } from './finding.type.ts';

const FINDINGS = `Findings. Try it:

    { findings(filter: {severity: [CRITICAL, HIGH], service: ["s3", "iam"]}, first: 10) {
        totalCount severityCounts { critical high }
        nodes { message severity resource { externalId } remediation { summary } } } }

\`query\` takes what is typed into the filter bar, for example \`severity:critical,high -tag:env=dev age:>30d invoices\`; it is AND-ed
with \`filter\`.`;

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingPage, { description: FINDINGS, complexity: pageCost })
  findings(@Args(() => FindingsArgs) args: FindingsArgs, @Ctx() { findings }: Context): Promise<FindingPage> {
    return findings.page(args);
  }

  @Query(() => Finding, { nullable: true, description: 'One finding by id or fingerprint.' })
  finding(
    @Arg('id', () => ID, { description: 'Id or fingerprint.' }) id: string,
    @Ctx() { findings }: Context,
  ): Promise<Finding | null> {
    return findings.find(id);
  }

  @FieldResolver(() => Rule, { description: 'The rule.' })
  rule(@Root() { ruleKey }: Finding, @Ctx() { rules }: Context): Rule {
    return rules.get(ruleKey);
  }

  @FieldResolver(() => Resource, { description: 'The resource.' })
  resource(@Root() { resourceKey }: Finding, @Ctx() { resources }: Context): Promise<Resource> {
    return resources.get(resourceKey);
  }

  @FieldResolver(() => Account, { description: 'The account.' })
  account(@Root() { accountKey }: Finding, @Ctx() { accounts }: Context): Promise<Account> {
    return accounts.get(accountKey);
  }

  @FieldResolver(() => Evidence, {
    description: 'What was looked at: the exact values that led to the result.',
    complexity: 3,
  })
  evidence(@Root() finding: Finding, @Ctx() { evidence }: Context): Promise<Evidence> {
    return evidence.of(finding);
  }

  @FieldResolver(() => Remediation, {
    description: "How to fix it, with this resource's names filled in.",
    complexity: 3,
  })
  remediation(@Root() finding: Finding, @Ctx() { remediation }: Context): Promise<Remediation> {
    return remediation.of(finding);
  }

  @FieldResolver(() => Audit, {
    description: "How to look by hand, with this resource's names filled in.",
    complexity: 3,
  })
  audit(@Root() finding: Finding, @Ctx() { remediation }: Context): Promise<Audit> {
    return remediation.audit(finding);
  }
}

@Resolver(() => EvidenceItem)
export class EvidenceItemResolver {
  @FieldResolver(() => Resource, {
    nullable: true,
    description: "The related resource that the pointer goes into; null when it is the finding's own.",
  })
  resource(
    @Root() { accountKey, relatedId }: EvidenceItem,
    @Ctx() { resources }: Context,
  ): Promise<Resource | null> | null {
    return relatedId === null ? null : resources.inAccount(accountKey, relatedId);
  }
}

@Resolver(() => FindingPage)
export class FindingPageResolver {
  @FieldResolver(() => SeverityCounts, { description: 'Counts by severity, of all pages.', complexity: 2 })
  severityCounts(@Root() { severities }: FindingPage): Promise<SeverityCounts> {
    return severities();
  }

  @FieldResolver(() => Int, { description: 'Number of different resources, on all pages.', complexity: 2 })
  resourceCount(@Root() { criteria }: FindingPage, @Ctx() { findings }: Context): Promise<number> {
    return findings.resourceCount(criteria);
  }

  @FieldResolver(() => [Facet], {
    description: 'Counts by other fields. Each leaves its own filter out.',
    complexity: 10,
  })
  facets(
    @Arg('fields', () => [FindingFacetFieldEnum], { description: 'Fields.' }) fields: FindingFacetField[],
    @Arg('limit', () => Int, { nullable: true, defaultValue: DEFAULT_FACET_LIMIT, description: 'Values each.' })
    limit: number | null,
    @Root() { criteria }: FindingPage,
    @Ctx() { findingFacets }: Context,
  ): Promise<Facet[]> {
    return findingFacets.of(criteria, fields, facetLimit(limit));
  }
}
