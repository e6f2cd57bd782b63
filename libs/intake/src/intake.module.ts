import {
  disclosuresQuery,
  disclosuresSchema,
  intakeMatterSchema,
  receiptCorrectionsQuery,
  receiptCorrectionsSchema,
  registeredListQuery,
  ratingsQuery,
  ratingsSchema,
  registeredListSchema,
  words,
} from '@minh-bach/contracts';
import { matterPageController, worklistController, serviceModule } from '@minh-bach/platform';
import {
  DisclosureListHandler,
  DisclosureListQuery,
} from './disclosure-list/disclosure-list.query.ts';
import { IntakeHistoryController } from './intake-history.ts';
import { intakeService } from './intake.service.ts';
import { PetitionPageHandler, PetitionPageQuery } from './petition-page/petition-page.query.ts';
import {
  ReceiptCorrectionListHandler,
  ReceiptCorrectionListQuery,
} from './receipt-correction-list/receipt-correction-list.query.ts';
import {
  RegisteredListHandler,
  RegisteredListQuery,
} from './registered-list/registered-list.query.ts';
import { RateHandlingHandler } from './rating/rate-handling.ts';
import { AskWithdrawalHandler } from './withdrawal/ask-withdrawal.ts';
import { RatingsHandler, RatingsQuery } from './rating/ratings.query.ts';
import { TrackPetitionController } from './track-petition/track-petition.controller.ts';
import { TrackPetitionHandler } from './track-petition/track-petition.query.ts';

export const intake = serviceModule(intakeService, {
  uploads: {
    action: 'petition.register',
    summary: words('Tải lên bản quét của đơn', 'Uploads the scan of a petition'),
    dropSummary: words(
      'Bỏ bản quét đã tải lên mà chưa ghi vào đơn',
      'Drops a scan that was uploaded and not registered',
    ),
  },
  controllers: [
    TrackPetitionController,
    matterPageController({
      service: 'intake',
      action: 'petition.read-received',
      summary: words('Đơn như đã tiếp nhận', 'A petition as it was received'),
      answer: intakeMatterSchema,
      query: (number, actor, roles) => new PetitionPageQuery(number, actor, roles),
    }),
    worklistController({
      path: 'intake/disclosures',
      action: 'disclosure.supervise',
      summary: words(
        'Việc mở thông tin danh tính trong tuần, theo cán bộ',
        'Who opened whose identity, by week',
      ),
      asked: disclosuresQuery,
      answer: disclosuresSchema,
      query: (asked, actor) => new DisclosureListQuery(asked, actor),
    }),
    worklistController({
      path: 'intake/receipt-corrections',
      action: 'correction.supervise',
      summary: words(
        'Đề nghị đính chính ngày nhận đơn trong tuần, ở các đơn vị cấp dưới: ai đề nghị, ai xác nhận hoặc không chấp nhận',
        'Corrections of receipt dates by week, of the units below: who proposed, confirmed or declined',
      ),
      asked: receiptCorrectionsQuery,
      answer: receiptCorrectionsSchema,
      query: (asked, actor) => new ReceiptCorrectionListQuery(asked, actor),
    }),
    worklistController({
      path: 'intake/registered',
      action: 'petition.register',
      summary: words('Đơn tôi đã ghi nhận trong ngày', 'What I registered on a day'),
      asked: registeredListQuery,
      answer: registeredListSchema,
      query: (asked, actor) => new RegisteredListQuery(asked, actor),
    }),
    worklistController({
      path: 'intake/ratings',
      action: 'rating.read',
      summary: words(
        'Đánh giá của người gửi đơn, theo đơn vị',
        'How senders rated the handling, by unit',
      ),
      asked: ratingsQuery,
      answer: ratingsSchema,
      query: (_, actor) => new RatingsQuery(actor),
    }),
    IntakeHistoryController,
  ],
  providers: [
    TrackPetitionHandler,
    PetitionPageHandler,
    DisclosureListHandler,
    ReceiptCorrectionListHandler,
    RegisteredListHandler,
    RateHandlingHandler,
    AskWithdrawalHandler,
    RatingsHandler,
  ],
});
