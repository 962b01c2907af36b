"""Writing checked records into the store as a staged upload, all or nothing."""

from etl.stage.upload import Received, stage

__all__ = ["Received", "stage"]
