import type { AssessmentResult, InventoryResult } from '../../protocol/messages';
import type { LensClient } from '../client/lens-client';
import type { Disposable } from '../support/emitter';
import { Kept } from '../support/kept';
import { Owner } from '../support/owner';
import type { SurveyRequests } from './survey-requests';

/** What the last scan says of the supply chain and of how far the project has come. Asked of the server when somebody looks. */
export class SurveySource implements Disposable {
  private readonly owner = new Owner();
  readonly inventory: Kept<InventoryResult['folders']>;
  readonly assessment: Kept<AssessmentResult['folders']>;

  constructor(client: LensClient, requests: SurveyRequests) {
    this.inventory = this.owner.own(new Kept(() => requests.inventory()));
    this.assessment = this.owner.own(new Kept(() => requests.assessment()));
    const both = [this.inventory, this.assessment];
    this.owner.own(client.onDidChangeSurvey(() => both.forEach((kept) => kept.expire())));
    this.owner.own(
      client.onDidChangeState((state) => {
        if (state === 'stopped' || state === 'failed') both.forEach((kept) => kept.forget());
      }),
    );
  }

  dispose(): void {
    this.owner.dispose();
  }
}
